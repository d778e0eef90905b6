package org.shiftscope.ui.claims;

import java.util.List;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.JudgedClaims.Place;
import org.shiftscope.compute.result.JudgedClaims.Weighed;
import org.shiftscope.ui.kind.NumberTable;

/** The evidence that one experiment holds for or against a claim, as people read it. */
public final class EvidenceTable {

  private static final List<String> COLUMNS =
      List.of("Verdict", "Effect [95 %]", "p", "p after Holm", "Trials", "Draws", "Needed");

  private EvidenceTable() {}

  /** A row for each piece of evidence, in its order; the title names the place and its verdict. */
  public static NumberTable of(Place place) {
    return new NumberTable(
        place.name()
            + place.flowTime().map(time -> " at " + SayTimes.one(time)).orElse("")
            + ": "
            + place.verdict().id()
            + (place.remark().isEmpty() ? "" : ", " + place.remark()),
        COLUMNS,
        place.evidence().stream().map(EvidenceTable::row).toList());
  }

  private static NumberTable.Row row(Weighed weighed) {
    ClaimEvidence evidence = weighed.evidence();
    return NumberTable.row(
        evidence.subject().title(),
        "",
        evidence.sentence() + " By " + evidence.test() + ".",
        weighed.verdict().title(),
        SayNumber.significant(evidence.effect().value())
            + SayNumber.interval(evidence.effect().interval()),
        SayNumber.significant(weighed.pValue(), 2),
        SayNumber.significant(weighed.adjusted(), 2),
        Integer.toString(evidence.trials()),
        evidence.draws() + " " + evidence.drawn(),
        needed(weighed));
  }

  private static String needed(Weighed weighed) {
    if (weighed.verdict() != Verdict.UNDECIDED) {
      return "";
    }
    return weighed.needed().isPresent()
        ? "about " + weighed.needed().getAsInt() + " " + weighed.evidence().drawn()
        : "more than could be run";
  }
}
