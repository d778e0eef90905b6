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
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.compute.result.JudgedClaims.Place;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.kind.NumberTable;
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
    for (Place place : claim.places()) {
      NumberTable evidence = EvidenceTable.of(place);
      content.add(heading(evidence), table(place, evidence));
    }
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

  private static Component heading(NumberTable evidence) {
    var heading = new H3();
    Notation.show(heading, evidence.title());
    return heading;
  }

  private static Component table(Place place, NumberTable evidence) {
    var table = new NativeTable();
    var head = new NativeTableRow(new NativeTableHeaderCell("Evidence"));
    evidence.columns().forEach(column -> head.add(new NativeTableHeaderCell(column)));
    table.getHead().add(head);
    for (int i = 0; i < place.evidence().size(); i++) {
      ClaimEvidence.Subject subject = place.evidence().get(i).evidence().subject();
      table.getBody().add(row(place.experiment(), subject, evidence.rows().get(i)));
    }
    var scrolls = new Div(table);
    scrolls.addClassName("number-table");
    return scrolls;
  }

  private static NativeTableRow row(
      String experiment, ClaimEvidence.Subject subject, NumberTable.Row evidence) {
    var link = Navigation.linkToFigure(experiment, subject.tab(), subject.figure());
    Notation.show(link, evidence.name());
    var name = new NativeTableHeaderCell(link, said(evidence.meaning()));
    name.getElement().setAttribute("scope", "row");
    var row = new NativeTableRow(name, new NativeTableCell(evidence.values().getFirst()));
    evidence.values().stream().skip(1).forEach(value -> row.add(number(value)));
    return row;
  }

  private static Component said(String sentence) {
    var said = new Div();
    said.addClassName("quiet");
    Notation.show(said, sentence);
    return said;
  }

  private static NativeTableCell number(String text) {
    var cell = new NativeTableCell(text);
    cell.addClassName("value");
    return cell;
  }
}
