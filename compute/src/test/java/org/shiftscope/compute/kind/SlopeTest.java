package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * A result's slope is ∇L·s at its point: the loss itself, in float64 layers, rises by it along s.
 */
class SlopeTest {

  private static final double LAMBDA = 1e-5;
  private static final DataFolder DATA = new DataFolder(Path.of("none"));

  static Stream<NetworkSpec> networks() {
    return Stream.of(Activation.RELU, Activation.TANH)
        .flatMap(
            activation ->
                Stream.of(
                    new NetworkSpec.Mlp(List.of(12), activation, 1),
                    new NetworkSpec.Cnn(List.of(3), 3, List.of(8), activation, 1)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theSlopeIsThatOfForwardDifferencesOfTheLoss(NetworkSpec network) {
    TemperatureSweep sweep = sweep(network);
    Map<NamedPoint, double[]> points = new EnumMap<>(NamedPoint.class);
    ShiftMeasurement found =
        (ShiftMeasurement)
            new RunTrial(DATA, new Execution("cpu", 1, "test")).run(sweep, 0, keep(points));
    double[] train = Objects.requireNonNull(points.get(NamedPoint.TRAIN_POINT));
    double[] test = Objects.requireNonNull(points.get(NamedPoint.TEST_POINT));
    double[] s = Vectors.difference(train, test);
    Dataset dataset = DATA.open(sweep.dataset());
    check(network, found.testFit(), dataset.test(), test, s);
    check(network, found.trainFit(), dataset.train(), train, s);
  }

  private static void check(
      NetworkSpec spec, CurvatureFit fit, Samples samples, double[] theta, double[] s) {
    try (Network network = new Network(spec, DatasetName.DIGITS, Precision.DOUBLE)) {
      var loss = new DatasetLoss(network, samples, LAMBDA);
      double curvature = DirectionalCurvature.at(loss, theta, s).curvature();
      for (double h = 1e-8; h < 2e-3; h *= 10) {
        double[] values = loss.valuesBetween(theta, Vectors.sum(theta, 1, s), 0, h);
        double slope = (values[1] - values[0]) / h - h / 2 * curvature;
        double rounding = 2e-15 * values[0] / h;
        // The third order, and kinks on the way.
        double further = 0.01 * h / 2 * Math.abs(curvature);
        // Networks with convolutions measure in float32: their slope was off by 6e-7 at most.
        double measuring = spec instanceof NetworkSpec.Mlp ? 1e-12 : 2e-6;
        assertThat(fit.slope())
            .as("h = %s", h)
            .isCloseTo(slope, within(rounding + further + measuring * Math.abs(slope)));
      }
    }
    // Along kinks the flow goes to and fro, and on average another way.
    if (spec.activation() == Activation.RELU) {
      assertThat(Math.abs(fit.flowSlope() / fit.slope() - 1)).isBetween(1e-4, 0.3);
    }
  }

  private static TrialWatch keep(Map<NamedPoint, double[]> points) {
    return new TrialWatch() {
      @Override
      public void progress(String phase, double fraction) {}

      @Override
      public boolean cancelled() {
        return false;
      }

      @Override
      public void reached(NamedPoint point, double[] theta) {
        points.put(point, theta.clone());
      }
    };
  }

  private static TemperatureSweep sweep(NetworkSpec network) {
    return new TemperatureSweep(
        "slopes",
        new TrainingSpec(
            new DatasetSpec(DatasetName.DIGITS, 300, 150),
            network,
            new Temperatures.Listed(List.of(5e-3)),
            new Seeds(List.of(0L)),
            new SgdSpec.AtTemperature(20, 60, 100_000, LAMBDA)),
        new RefinementSpec.Flow(5, 5, new RefinementSpec.Integrator.Adaptive(1e-4)),
        new LineSpec(-1, 2, 61));
  }
}
