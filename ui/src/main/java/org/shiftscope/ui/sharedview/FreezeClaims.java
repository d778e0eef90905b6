package org.shiftscope.ui.sharedview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shiftscope.compute.export.TabulateClaims;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.ui.claims.EvidenceTable;
import org.shiftscope.ui.sharedview.SharedView.Section;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;

/** The sections of claims: what was found, each claim with its evidence, all evidence. */
final class FreezeClaims {

  private FreezeClaims() {}

  static List<Section> sections(JudgedClaims claims, String leftOut) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "findings",
            "Findings",
            List.of(claims.sentence()),
            leftOut.isEmpty() ? List.of() : List.of(leftOut),
            List.of(),
            List.of(),
            ""));
    claims.claims().stream().map(FreezeClaims::claim).forEach(sections::add);
    SharedTable all =
        FreezeTable.of(
            "evidence",
            TabulateClaims.of(claims),
            Set.of("claim", "experiment", "evidence", "verdict", "value", "low", "high"));
    sections.add(
        new Section(
            "all-evidence", "All evidence", List.of(), List.of(), List.of(), List.of(all), ""));
    return sections;
  }

  private static Section claim(Judged claim) {
    String id = claim.claim().id();
    String verdict = claim.places().isEmpty() ? "no evidence here" : claim.verdict().id();
    return new Section(
        id,
        claim.claim().name() + ": " + verdict,
        List.of(claim.title() + ".", claim.sentence()),
        List.of(),
        List.of(),
        FreezeExperiment.tables(id, claim.places().stream().map(EvidenceTable::of).toList()),
        "");
  }
}
