package org.shiftscope.compute.steadystate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.TDistribution;
import org.shiftscope.compute.result.SteadyStateMeasurement;

/**
 * Whether two (η, B) at equal T have the same steady state, as a test of equivalence: that the
 * ratio of a quantity at B to the same at the smallest B lies within 1 ± margin, by two one-sided
 * t-tests at 5 % each (Schuirmann 1987), that is, by the 90 % interval of the ratio. The paper's
 * Eq. 11 knows T alone; what breaks it is the size of η.
 *
 * @param temperature T
 * @param batchSize B
 * @param learningRate η = T · B
 * @param ratio quantity at B to that at the smallest B of this T
 * @param low lower end of the ratio's 90 % interval
 * @param high its upper end
 * @param pValue the larger of the two tests
 * @param verdict what follows at 5 %
 */
public record Equivalence(
    double temperature,
    int batchSize,
    double learningRate,
    double ratio,
    double low,
    double high,
    double pValue,
    Verdict verdict) {

  private static final double LEVEL = 0.05;

  /** What the tests say. */
  public enum Verdict {
    /** The interval lies within the margins. */
    EQUIVALENT,
    /** It lies outside of them. */
    DIFFERENT,
    /** It lies across a margin: more flow time or more seeds would tell. */
    UNDECIDED
  }

  /**
   * A quantity of a trial.
   *
   * @param value the quantity, above 0
   * @param error its standard error, from 32 windows
   */
  public record Quantity(
      ToDoubleFunction<SteadyStateMeasurement> value,
      ToDoubleFunction<SteadyStateMeasurement> error) {

    /** tr Σ. */
    public static Quantity covarianceTrace() {
      return new Quantity(
          result -> result.covariance().trace(), result -> result.covariance().traceError());
    }
  }

  /**
   * Compares, at each temperature with more than one batch size.
   *
   * @param trials results of one spec
   * @param margin share, 0.001 to 1
   * @return by ascending T and B, the smallest B of each T left out
   */
  public static List<Equivalence> of(
      List<SteadyStateMeasurement> trials, Quantity quantity, double margin) {
    Map<Double, Map<Integer, List<SteadyStateMeasurement>>> groups =
        trials.stream()
            .collect(
                Collectors.groupingBy(
                    trial -> trial.run().temperature(),
                    TreeMap::new,
                    Collectors.groupingBy(
                        trial -> trial.run().batchSize(), TreeMap::new, Collectors.toList())));
    List<Equivalence> found = new ArrayList<>();
    groups.forEach(
        (temperature, byBatch) -> {
          Estimate reference = Estimate.of(byBatch.values().iterator().next(), quantity);
          byBatch.entrySet().stream()
              .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
              .skip(1)
              .map(
                  group ->
                      compare(
                          temperature,
                          group.getKey(),
                          Estimate.of(group.getValue(), quantity),
                          reference,
                          margin))
              .forEach(found::add);
        });
    return found;
  }

  private static Equivalence compare(
      double temperature, int batchSize, Estimate at, Estimate reference, double margin) {
    double ratio = at.value() / reference.value();
    double error = ratio * Math.hypot(at.relativeError(), reference.relativeError());
    var t = new TDistribution(freedom(at, reference));
    double half = t.inverseCumulativeProbability(1 - LEVEL) * error;
    double pValue =
        Math.max(
            1 - t.cumulativeProbability((ratio - (1 - margin)) / error),
            t.cumulativeProbability((ratio - (1 + margin)) / error));
    Verdict verdict =
        pValue < LEVEL
            ? Verdict.EQUIVALENT
            : ratio - half > 1 + margin || ratio + half < 1 - margin
                ? Verdict.DIFFERENT
                : Verdict.UNDECIDED;
    return new Equivalence(
        temperature,
        batchSize,
        temperature * batchSize,
        ratio,
        ratio - half,
        ratio + half,
        pValue,
        verdict);
  }

  /** Degrees of freedom of the difference (Welch and Satterthwaite). */
  private static double freedom(Estimate a, Estimate b) {
    double first = a.relativeError() * a.relativeError();
    double second = b.relativeError() * b.relativeError();
    return (first + second)
        * (first + second)
        / (first * first / a.freedom() + second * second / b.freedom());
  }

  /** A mean over seeds. */
  private record Estimate(double value, double error, int freedom) {

    static Estimate of(List<SteadyStateMeasurement> seeds, Quantity quantity) {
      double value = seeds.stream().mapToDouble(quantity.value()).average().orElseThrow();
      double squares =
          seeds.stream().mapToDouble(quantity.error()).map(error -> error * error).sum();
      return new Estimate(
          value, Math.sqrt(squares) / seeds.size(), seeds.size() * (RunChain.WINDOWS - 1));
    }

    double relativeError() {
      return error / value;
    }
  }
}
