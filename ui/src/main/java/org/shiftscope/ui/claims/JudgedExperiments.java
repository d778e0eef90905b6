package org.shiftscope.ui.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;

/**
 * What the page shows.
 *
 * @param asked the ids of the address
 * @param judged those by which the claims are judged
 * @param claims the verdicts
 * @param leftOut why others are left out, a sentence for each; empty where none is
 */
record JudgedExperiments(
    List<String> asked, List<String> judged, JudgedClaims claims, String leftOut) {

  static JudgedExperiments read(Experiments experiments, List<String> asked) {
    Map<ExperimentSummary, ExperimentSpec> specs = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    for (String id : asked) {
      Optional<Experiment> found = ExperimentId.parse(id).flatMap(experiments::find);
      Optional<ExperimentSpec> spec = found.flatMap(Experiment::spec);
      if (found.isEmpty()) {
        leftOut.add("There is no experiment " + id + " on this server.");
      } else if (found.get().summary().deleted().isPresent()) {
        leftOut.add("“" + found.get().title() + "” is deleted: restore it to judge by it.");
      } else if (spec.isEmpty()) {
        leftOut.add("The spec of “" + found.get().title() + "” cannot be read.");
      } else {
        specs.put(found.get().summary(), spec.get());
      }
    }
    return new JudgedExperiments(
        asked,
        specs.keySet().stream().map(each -> each.id().value()).toList(),
        experiments.findings().claims(specs, Include.COUNTED),
        String.join(" ", leftOut));
  }
}
