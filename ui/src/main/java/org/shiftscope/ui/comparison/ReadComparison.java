package org.shiftscope.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.comparison.CompareExperiments;
import org.shiftscope.compute.comparison.ComparedExperiment;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.Side;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.chosen.AskedExperiments;

/**
 * What the page shows.
 *
 * @param asked what the address chooses
 * @param compared those that are compared, the reference first
 * @param comparison empty where there are not two to compare
 * @param lines over one another
 * @param scatter any two quantities against each other
 * @param leftOut why others are left out, a sentence for each; empty where none is
 */
public record ReadComparison(
    ComparisonChoice asked,
    List<ComparedExperiment> compared,
    Optional<ExperimentComparison> comparison,
    OverlaidLines lines,
    ComparedScatter scatter,
    String leftOut) {

  /** Reads it as it is first looked at; seconds where there are many trials. */
  public static ReadComparison of(Experiments experiments, List<String> ids) {
    return of(experiments, ComparisonChoice.first(ids));
  }

  static ReadComparison of(Experiments experiments, ComparisonChoice choice) {
    AskedExperiments asked = AskedExperiments.read(experiments, choice.experiments());
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
    Optional<ExperimentComparison> comparison =
        compared.size() < 2
            ? Optional.empty()
            : Optional.of(
                CompareExperiments.of(compared.getFirst(), compared.subList(1, compared.size())));
    return new ReadComparison(
        choice,
        compared,
        comparison,
        comparison
            .map(found -> OverlaidLines.read(experiments, compared, names(found), choice.lines()))
            .orElse(OverlaidLines.NONE),
        comparison
            .map(
                found ->
                    ComparedScatter.read(experiments, compared, names(found), choice.scatter()))
            .orElse(ComparedScatter.NONE),
        String.join(" ", leftOut));
  }

  /** The ids of those that are compared, the reference first. */
  List<String> ids() {
    return compared.stream().map(ComparedExperiment::experiment).toList();
  }

  static Map<String, String> names(ExperimentComparison comparison) {
    return Stream.concat(Stream.of(comparison.reference()), comparison.others().stream())
        .collect(Collectors.toMap(Side::experiment, Side::name));
  }
}
