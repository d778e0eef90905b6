package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.decomposition.MeasureOverlaps;
import org.shiftscope.compute.decomposition.Terms;
import org.shiftscope.compute.decomposition.Window;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Decomposition.Verdict;
import org.shiftscope.compute.result.DecompositionMeasurement;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WindowSpec;
import org.shiftscope.compute.stage.StageRun;

/** Every term of Eq. 4 for networks that SGD trained. */
class DecompositionTrialTest {

  private static final RefinementSpec FLOW =
      new RefinementSpec.Flow(0.5, 0.5, new Integrator.Adaptive(1e-4));

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  private static TrainingSpec training(
      NetworkSpec network, double t, double flowTime, long... seeds) {
    return new TrainingSpec(
        new DatasetSpec(DatasetName.DIGITS, 200, 100),
        network,
        new Temperatures.Listed(List.of(t)),
        new Seeds(java.util.Arrays.stream(seeds).boxed().toList()),
        new SgdSpec.AtTemperature(20, flowTime, 100_000, 1e-2));
  }

  private static NetworkSpec mlp(int... hidden) {
    return new NetworkSpec.Mlp(IntStream.of(hidden).boxed().toList(), Activation.TANH, 1);
  }

  /**
   * The sum of Eq. 4 from one seed's window, against the mean loss of another's: both sample the
   * one basin of a convex loss.
   */
  @Test
  void softmaxRegressionIsThatOfMonteCarlo() {
    var spec =
        new LossDecomposition(
            "Convex",
            training(mlp(), 2e-3, 300, 0, 1),
            new RefinementSpec.Minimum(1e-8, 10_000),
            new WindowSpec(600, 256, false));
    Decomposition parts = decomposed(spec, 0);
    Decomposition carlo = decomposed(spec, 1);
    double error = Math.hypot(parts.sum().error(), carlo.measuredMean().error());
    assertThat(parts.sum().value())
        .isCloseTo(carlo.measuredMean().value(), within(3 * error + Math.abs(parts.thirdOrder())));
    assertThat(error).isLessThan(0.15 * parts.excess());
    // Without its curvatures the sum would be found wrong.
    assertThat(parts.excess()).isGreaterThan(6 * error);
    assertThat(parts.shiftSlope().value()).isCloseTo(0, within(1e-6));
    assertThat(parts.verdict()).isNotEqualTo(Verdict.UNEXPLAINED);
    assertThat(Math.abs(parts.residualShare())).isLessThan(0.15);
  }

  @Test
  void theWindowGoesOnAsLongerSgdWould() {
    var watch = new KeptCheckpoints();
    run.run(decomposition(mlp(6), 10, new WindowSpec(4, 8, true)), 0, watch);
    double[] iterates = java.util.Objects.requireNonNull(watch.points().get(NamedPoint.ITERATES));
    var longer = new KeptCheckpoints();
    run.run(decomposition(mlp(6), 14, new WindowSpec(4, 8, false)), 0, longer);
    double[] end = java.util.Objects.requireNonNull(longer.points().get(NamedPoint.SGD_END));
    assertThat(longer.points()).doesNotContainKey(NamedPoint.ITERATES);
    assertThat(iterates).hasSize(8 * end.length);
    assertThat(java.util.Arrays.copyOfRange(iterates, 7 * end.length, iterates.length))
        .isEqualTo(end);
  }

  @Test
  void aSweepWithAWindowDecomposesToTheSameBits() {
    var window = new WindowSpec(4, 8, false);
    TrainingSpec training = training(mlp(6), 5e-3, 10, 0);
    var sweep =
        new TemperatureSweep(
            "Sweep",
            training,
            FLOW,
            new LineSpec(-1, 2, 51),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.of(window));
    var measured = (ShiftMeasurement) run.run(sweep, 0, new KeptCheckpoints());
    assertThat(measured.decomposition())
        .hasValue(decomposed(new LossDecomposition("Alone", training, FLOW, window), 0));
    assertThat(measured.eq3().testLossAtTestPoint())
        .isEqualTo(measured.decomposition().orElseThrow().testLoss().value());
  }

  @Test
  void aResidualNetworkAndBatchNormDecompose() {
    for (NetworkSpec network :
        List.of(
            new NetworkSpec.ResNet10(Activation.RELU, 0.03, Initialisation.HE),
            new NetworkSpec.Vgg9(true, Activation.RELU, 0.03, Initialisation.HE))) {
      Decomposition found =
          decomposed(
              new LossDecomposition(
                  "Eq. 4", training(network, 2e-3, 4, 0), FLOW, new WindowSpec(0.8, 8, false)),
              0);
      assertThat(found.testLosses().values()).allMatch(Double::isFinite);
      assertThat(found.sum().value() - found.covarianceCurvature().value() / 8)
          .isCloseTo(found.measuredMean().value() - found.residual().value(), within(1e-12));
    }
  }

  @Test
  void inFloat32TheTermsOfACnnAreThoseOfFloat64() {
    var network = new NetworkSpec.Cnn(List.of(4), 3, List.of(8), Activation.RELU, 1);
    Terms single = terms(network, Precision.SINGLE);
    Terms exact = terms(network, Precision.DOUBLE);
    double scale = Math.abs(exact.excess());
    assertThat(single.slope()).isCloseTo(exact.slope(), within(1e-4 * scale));
    assertThat(single.shiftCurvature()).isCloseTo(exact.shiftCurvature(), within(1e-4 * scale));
    assertThat(single.crossTerm()).isCloseTo(exact.crossTerm(), within(1e-4 * scale));
    assertThat(single.biasCurvature()).isCloseTo(exact.biasCurvature(), within(1e-4 * scale));
    assertThat(single.covarianceCurvature())
        .isCloseTo(exact.covarianceCurvature(), within(1e-4 * scale));
    assertThat(single.residual()).isCloseTo(exact.residual(), within(1e-4 * scale));
  }

  private Terms terms(NetworkSpec spec, Precision precision) {
    var samples =
        new DataFolder(Path.of("none")).open(new DatasetSpec(DatasetName.DIGITS, 100, 60)).test();
    try (var network = new Network(spec, DatasetName.DIGITS, precision)) {
      double[] test = network.initialise(RandomStreams.of(2));
      var random = RandomStreams.of(9).generator();
      List<double[]> near =
          IntStream.range(0, 17)
              .mapToObj(
                  i ->
                      java.util.Arrays.stream(test)
                          .map(value -> (float) (value + 0.03 * random.nextGaussian()))
                          .toArray())
              .toList();
      return Terms.of(
          MeasureOverlaps.of(
              new DatasetLoss(network, samples, 1e-3),
              new Window(test, near.getFirst(), near.subList(1, 17)),
              StageRun.whole(share -> {})));
    }
  }

  private static LossDecomposition decomposition(
      NetworkSpec network, double flowTime, WindowSpec window) {
    return new LossDecomposition("Eq. 4", training(network, 5e-3, flowTime, 0), FLOW, window);
  }

  private Decomposition decomposed(ExperimentSpec spec, int trial) {
    var found = (DecompositionMeasurement) run.run(spec, trial, new KeptCheckpoints());
    return found.decomposition();
  }
}
