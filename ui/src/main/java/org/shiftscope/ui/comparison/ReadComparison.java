package org.shiftscope.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.comparison.CompareExperiments;
import org.shiftscope.compute.comparison.ComparedExperiment;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.chosen.AskedExperiments;

/**
 * What the page shows.
 *
 * @param asked the ids of the address
 * @param compared those that are compared, the reference first
 * @param comparison empty where there are not two to compare
 * @param leftOut why others are left out, a sentence for each; empty where none is
 */
public record ReadComparison(
    List<String> asked,
    List<String> compared,
    Optional<ExperimentComparison> comparison,
    String leftOut) {

  /** Reads it; seconds where there are many trials. */
  public static ReadComparison of(Experiments experiments, List<String> ids) {
    AskedExperiments asked = AskedExperiments.read(experiments, ids);
    List<String> leftOut = new ArrayList<>(asked.leftOut());
    List<ComparedExperiment> compared = new ArrayList<>();
    for (ComparedExperiment each :
        experiments.findings().compared(asked.found(), Include.COUNTED)) {
      Optional<String> refused =
          compared.isEmpty()
              ? Optional.empty()
              : CompareExperiments.refuse(compared.getFirst(), each);
      refused.ifPresentOrElse(
          law -> leftOut.add("“" + each.title() + "” is left out: it " + law + "."),
          () -> compared.add(each));
    }
    return new ReadComparison(
        ids,
        compared.stream().map(ComparedExperiment::experiment).toList(),
        compared.size() < 2
            ? Optional.empty()
            : Optional.of(
                CompareExperiments.of(compared.getFirst(), compared.subList(1, compared.size()))),
        String.join(" ", leftOut));
  }
}
