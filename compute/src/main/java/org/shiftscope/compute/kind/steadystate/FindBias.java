package org.shiftscope.compute.kind.steadystate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.SteadyStateFindings.Bias;
import org.shiftscope.compute.result.SteadyStateMeasurement;

/**
 * Finds the eigenvector on which theory's mean and the paper's b differ most, and shifts along it.
 */
final class FindBias {

  private FindBias() {}

  static Bias of(List<SteadyStateMeasurement> trials) {
    if (trials.isEmpty()) {
      return new Bias(-1, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    SteadyStateMeasurement any = trials.getFirst();
    int axis =
        IntStream.range(0, any.bias().size())
            .boxed()
            .max(
                Comparator.comparingDouble(
                    i -> Math.abs(any.mean().theory().get(i) - any.bias().get(i))))
            .orElseThrow();
    double temperature = any.run().temperature();
    return new Bias(
        axis,
        any.minimum().eigenvalues().get(axis),
        any.mean().theory().get(axis) / temperature,
        any.mode().theory().get(axis) / temperature,
        any.bias().get(axis) / temperature);
  }

  static List<TrendQuantity<SteadyStateMeasurement>> quantities(int axis) {
    return List.of(
        TrendQuantity.<SteadyStateMeasurement>of(
                "mean-shift",
                "Mean's shift along the eigenvector",
                "θ",
                trial -> trial.mean().measured().get(axis))
            .withError(trial -> trial.mean().error().get(axis)),
        TrendQuantity.<SteadyStateMeasurement>of(
                "mode-shift",
                "Mode's shift along the eigenvector",
                "θ",
                trial -> trial.mode().measured().get(axis))
            .withError(trial -> trial.mode().error().get(axis)));
  }
}
