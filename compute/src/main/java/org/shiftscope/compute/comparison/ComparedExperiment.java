package org.shiftscope.compute.comparison;

import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.TimedTrend;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * What is compared.
 *
 * @param experiment its id
 * @param title a person's name for it
 * @param spec what was asked for
 * @param findings over its trials so far
 */
public record ComparedExperiment(
    String experiment, String title, ExperimentSpec spec, Findings findings) {

  /** A temperature that two specs write with other last digits is one temperature. */
  private static final double ROUNDING = 1e-9;

  /** The temperatures of its spec, ascending. */
  List<Double> temperatures() {
    return IntStream.range(0, spec.trialCount())
        .mapToObj(spec::temperatureOf)
        .distinct()
        .sorted()
        .toList();
  }

  /** Those that another has too. */
  List<Double> sharedWith(ComparedExperiment other) {
    List<Double> theirs = other.temperatures();
    return temperatures().stream()
        .filter(own -> theirs.stream().anyMatch(its -> equal(own, its)))
        .toList();
  }

  /** Every quantity of its findings, at each flow time. */
  List<TimedTrend> quantities() {
    return Kind.of(spec).timedTrends(findings);
  }

  /** Whether two temperatures are one. */
  static boolean equal(double one, double other) {
    return Math.abs(one - other) <= ROUNDING * one;
  }
}
