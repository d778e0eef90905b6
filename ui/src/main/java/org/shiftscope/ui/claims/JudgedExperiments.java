package org.shiftscope.ui.claims;

import java.util.List;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.chosen.AskedExperiments;

/**
 * What the page shows.
 *
 * @param asked the ids of the address
 * @param judged those by which the claims are judged
 * @param claims the verdicts
 * @param leftOut why others are left out, a sentence for each; empty where none is
 */
public record JudgedExperiments(
    List<String> asked, List<String> judged, JudgedClaims claims, String leftOut) {

  /** Reads it; seconds where there are many trials. */
  public static JudgedExperiments read(Experiments experiments, List<String> ids) {
    AskedExperiments asked = AskedExperiments.read(experiments, ids);
    return new JudgedExperiments(
        ids,
        asked.found().keySet().stream().map(each -> each.id().value()).toList(),
        experiments.findings().claims(asked.found(), Include.COUNTED),
        String.join(" ", asked.leftOut()));
  }
}
