package org.shiftscope.ui.claims;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.compute.result.JudgedClaims.Place;
import org.shiftscope.compute.result.JudgedClaims.Weighed;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.StateBadge;

/** A claim with its verdict, which opens to the evidence. */
final class ClaimRow extends NativeDetails {

  private static final long serialVersionUID = 1L;

  ClaimRow(Judged claim, boolean opened) {
    addClassNames("card", "claim");
    setId("claim-" + claim.claim().id());
    setSummary(head(claim));
    var content = new Div();
    claim.places().forEach(place -> content.add(heading(place), table(place)));
    if (claim.places().isEmpty()) {
      content.add(new Paragraph(claim.sentence()));
    }
    setContent(content);
    setOpen(opened);
  }

  private static Component head(Judged claim) {
    var name = new Span(claim.claim().name());
    name.addClassName("claim-name");
    var title = new Span();
    title.addClassName("claim-title");
    Notation.show(title, claim.title());
    var sentence = new Span();
    sentence.addClassNames("claim-sentence", "quiet");
    Notation.show(sentence, claim.sentence());
    var head = new Span(name, title, StateBadge.of(claim), sentence);
    head.addClassName("claim-head");
    return head;
  }

  private static Component heading(Place place) {
    var heading = new H3();
    Notation.show(
        heading,
        place.name()
            + place.flowTime().map(time -> " at " + SayTimes.one(time)).orElse("")
            + ": "
            + place.verdict().id()
            + (place.remark().isEmpty() ? "" : ", " + place.remark()));
    return heading;
  }

  private static Component table(Place place) {
    var table = new NativeTable();
    var head = new NativeTableRow();
    Stream.of(
            "Evidence",
            "Verdict",
            "Effect [95 %]",
            "p",
            "p after Holm",
            "Trials",
            "Draws",
            "Needed")
        .forEach(column -> head.add(new NativeTableHeaderCell(column)));
    table.getHead().add(head);
    place.evidence().forEach(each -> table.getBody().add(row(place, each)));
    var scrolls = new Div(table);
    scrolls.addClassName("number-table");
    return scrolls;
  }

  private static NativeTableRow row(Place place, Weighed weighed) {
    ClaimEvidence evidence = weighed.evidence();
    var link =
        Navigation.linkToFigure(
            place.experiment(), evidence.subject().tab(), evidence.subject().figure());
    Notation.show(link, evidence.subject().title());
    var name = new NativeTableHeaderCell(link, said(evidence));
    name.getElement().setAttribute("scope", "row");
    return new NativeTableRow(
        name,
        new NativeTableCell(weighed.verdict().title()),
        number(
            SayNumber.significant(evidence.effect().value())
                + SayNumber.interval(evidence.effect().interval())),
        number(SayNumber.significant(weighed.pValue(), 2)),
        number(SayNumber.significant(weighed.adjusted(), 2)),
        number(Integer.toString(evidence.trials())),
        number(evidence.draws() + " " + evidence.drawn()),
        number(needed(weighed)));
  }

  private static Component said(ClaimEvidence evidence) {
    var said = new Div();
    said.addClassName("quiet");
    Notation.show(said, evidence.sentence() + " By " + evidence.test() + ".");
    return said;
  }

  private static String needed(Weighed weighed) {
    if (weighed.verdict() != Verdict.UNDECIDED) {
      return "";
    }
    return weighed.needed().isPresent()
        ? "about " + weighed.needed().getAsInt() + " " + weighed.evidence().drawn()
        : "more than could be run";
  }

  private static NativeTableCell number(String text) {
    var cell = new NativeTableCell(text);
    cell.addClassName("value");
    return cell;
  }
}
