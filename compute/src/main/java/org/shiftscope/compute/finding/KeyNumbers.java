package org.shiftscope.compute.finding;

import java.util.Optional;
import java.util.OptionalDouble;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Direction;

/**
 * The few numbers of findings that experiments are told apart by in lists and searches. Each is
 * empty where the kind does not measure it, or no trial that counts did.
 *
 * @param curvature mean of {@code test-curvature} over the trials that count
 * @param excess mean of {@code excess-test-loss} over them, in nats
 * @param tau Kendall's τ of {@code test-curvature} and T within draws, −1 to 1
 * @param trend what is claimed of {@code test-curvature} as T rises
 */
public record KeyNumbers(
    OptionalDouble curvature,
    OptionalDouble excess,
    OptionalDouble tau,
    Optional<Direction> trend) {

  /** Those of findings. */
  public static KeyNumbers of(Findings findings) {
    Optional<TemperatureTrend> curvature = trend(findings, "test-curvature");
    return new KeyNumbers(
        mean(curvature),
        mean(trend(findings, "excess-test-loss")),
        finite(curvature.map(trend -> trend.test().kendall().value()).orElse(Double.NaN)),
        curvature
            .filter(trend -> trend.test().trials() > 0)
            .map(trend -> trend.test().direction()));
  }

  private static Optional<TemperatureTrend> trend(Findings findings, String id) {
    return findings.trends().stream().filter(trend -> trend.id().equals(id)).findFirst();
  }

  /** The trials weigh alike, whatever their temperatures. */
  private static OptionalDouble mean(Optional<TemperatureTrend> trend) {
    return finite(
        trend.stream()
            .flatMap(found -> found.values().values().stream())
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN));
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
