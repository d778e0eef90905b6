package org.shiftscope.compute.steadystate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shiftscope.compute.result.SteadyStateFindings.EqualTemperature;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.statistics.TwoOneSidedTests;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * Whether two (η, B) at equal T have the same steady state, as a test of equivalence: that the
 * ratio of tr Σ at B to that at the smallest B lies within 1 ± margin. The paper's Eq. 11 knows T
 * alone; what breaks it is the size of η.
 */
public final class Equivalence {

  private Equivalence() {}

  /**
   * Compares, at each temperature with more than one batch size.
   *
   * @param trials results of one spec
   * @param margin share, 0.001 to 1
   * @return by ascending T and B, the smallest B of each T left out
   */
  public static List<EqualTemperature> of(List<SteadyStateMeasurement> trials, double margin) {
    Map<Double, TreeMap<Integer, List<SteadyStateMeasurement>>> groups =
        trials.stream()
            .collect(
                Collectors.groupingBy(
                    trial -> trial.run().temperature(),
                    TreeMap::new,
                    Collectors.groupingBy(
                        trial -> trial.run().batchSize(), TreeMap::new, Collectors.toList())));
    List<EqualTemperature> found = new ArrayList<>();
    groups.forEach((temperature, batches) -> found.addAll(at(temperature, batches, margin)));
    return found;
  }

  private static List<EqualTemperature> at(
      double temperature,
      SequencedMap<Integer, List<SteadyStateMeasurement>> batches,
      double margin) {
    Uncertain reference = meanOf(batches.firstEntry().getValue());
    return batches.entrySet().stream()
        .skip(1)
        .map(
            batch ->
                compare(temperature, batch.getKey(), meanOf(batch.getValue()), reference, margin))
        .toList();
  }

  private static EqualTemperature compare(
      double temperature, int batchSize, Uncertain at, Uncertain reference, double margin) {
    double ratio = at.value() / reference.value();
    double error = ratio * Math.hypot(at.relativeError(), reference.relativeError());
    double freedom =
        Uncertain.freedom(
            at.relativeError(), at.freedom(), reference.relativeError(), reference.freedom());
    var test = TwoOneSidedTests.of(new Uncertain(ratio, error, freedom), 1, margin);
    return new EqualTemperature(
        temperature,
        batchSize,
        temperature * batchSize,
        ratio,
        test.interval(),
        test.pValue(),
        test.verdict());
  }

  /** The mean of tr Σ over seeds. */
  private static Uncertain meanOf(List<SteadyStateMeasurement> seeds) {
    double value =
        seeds.stream().mapToDouble(trial -> trial.covariance().trace()).average().orElseThrow();
    double squares =
        seeds.stream()
            .mapToDouble(trial -> trial.covariance().traceError())
            .map(error -> error * error)
            .sum();
    return new Uncertain(
        value, Math.sqrt(squares) / seeds.size(), seeds.size() * (RunChain.WINDOWS - 1));
  }
}
