package org.shiftscope.compute.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.certificate.GatherEvidence.Question;
import org.shiftscope.compute.certificate.GatherEvidence.Search;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.Refine;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.CurvatureSpec;
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
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.TrialWatch;

/** Certificates of points of networks whose standing is known. */
class CertificateTest {

  private static final DataFolder FOLDER = new DataFolder(Path.of("none"));
  private static final RefinementSpec MINIMUM = new RefinementSpec.Minimum(1e-6, 20_000);

  /** Convex and with λ, so that there is one minimum, and it is strict. */
  @Test
  void theMinimumOfSoftmaxRegressionIsOneWithItsEigenvaluesAndNearlyWithout() {
    try (Network network = network(List.of())) {
      DatasetLoss loss = new DatasetLoss(network, samples(100), 1e-2);
      double[] start = network.initialise(RandomStreams.of(1));
      Refined point =
          Refine.refine(MINIMUM, Refine.Loss.TRAIN, loss, start, StageRun.whole(share -> {}));
      assertThat(judge(loss, start, point, Optional.empty()).grade()).isEqualTo(Grade.NEARLY);
      LowestEigenvalues lowest = lowest(loss, point.theta());
      assertThat(lowest.atLeast()).isBetween(0.0099, 0.0100001);
      MinimumCertificate judged = judge(loss, start, point, Optional.of(lowest));
      assertThat(judged.grade()).isEqualTo(Grade.MINIMUM);
      Evidence evidence = judged.evidence();
      assertThat(evidence.startGradientNorm()).isGreaterThan(1e3 * evidence.gradientNorm());
      assertThat(evidence.fall())
          .isEqualTo(loss.evaluate(start).loss() - evidence.loss(), within(1e-12));
      assertThat(evidence.lastFall()).isBetween(0.0, 0.1 * evidence.fall());
    }
  }

  /**
   * With all weights 0 and the last biases at the classes' logarithmic frequencies the gradient is
   * 0, and the loss curves down where both layers move together.
   */
  @Test
  void aSaddleIsFoundByItsEigenvaluesAndIsAtMostNearlyAMinimumWithoutThem() {
    try (Network network = network(List.of(3))) {
      Samples samples = samples(100);
      DatasetLoss loss = new DatasetLoss(network, samples, 1e-6);
      double[] saddle = new double[network.parameterCount()];
      for (int label = 0; label < 10; label++) {
        int of = label;
        long count = 0;
        for (byte each : samples.classes()) {
          count += each == of ? 1 : 0;
        }
        saddle[saddle.length - 10 + label] = Math.log(count / 100.0);
      }
      Refined point =
          Refine.refine(
              new RefinementSpec.Minimum(1e-4, 1),
              Refine.Loss.TRAIN,
              loss,
              saddle,
              StageRun.whole(share -> {}));
      assertThat(point.point().gradientNorm()).isLessThan(1e-4);
      assertThat(judge(loss, saddle, point, Optional.empty()).grade()).isEqualTo(Grade.NEARLY);
      MinimumCertificate judged =
          judge(loss, saddle, point, Optional.of(lowest(loss, point.theta())));
      assertThat(judged.grade()).isEqualTo(Grade.NOT_A_MINIMUM);
      assertThat(judged.reason()).startsWith("The loss curves down along a direction");
    }
  }

  @Test
  void minibatchesHaveTheNormThatTheirCovarianceGivesThem() {
    try (Network network = network(List.of(4))) {
      DatasetLoss loss = new DatasetLoss(network, samples(200), 1e-3);
      double[] theta = network.initialise(RandomStreams.of(2));
      double[] gradient = new double[theta.length];
      loss.valueAndGradient(theta, gradient);
      double[] spread = new double[1];
      loss.eachSampleGradient(
          theta,
          0,
          each -> {
            for (int i = 0; i < each.length; i++) {
              spread[0] += (each[i] - gradient[i]) * (each[i] - gradient[i]) / 200;
            }
          });
      double square = 0;
      for (double entry : gradient) {
        square += entry * entry;
      }
      // Without replacement: C / B times (N − B) / (N − 1).
      double expected = Math.sqrt(square + spread[0] / 20 * (180.0 / 199));
      Refined point =
          Refine.refine(
              new RefinementSpec.Minimum(1, 1),
              Refine.Loss.TRAIN,
              loss,
              theta,
              StageRun.whole(share -> {}));
      Evidence evidence =
          GatherEvidence.of(
              new Question(
                  new Search(loss, theta, OptionalDouble.empty(), 20),
                  point,
                  Optional.empty(),
                  Optional.empty()),
              RandomStreams.of(3),
              StageRun.whole(share -> {}));
      assertThat(evidence.minibatches().orElseThrow().drawn()).isEqualTo(10);
      assertThat(evidence.minibatches().orElseThrow().gradientNorm())
          .isEqualTo(expected, within(0.1 * expected));
    }
  }

  /**
   * The network on which a smallest eigenvalue of 6.46e-4 was called converged where 1.81e-4 is
   * right.
   */
  @Test
  void theLowestEigenvaluesOfAGeluNetworkAreThoseOfItsFullHessian() {
    TemperatureSweep sweep = gelu();
    Map<NamedPoint, double[]> points = new HashMap<>();
    ShiftMeasurement result =
        (ShiftMeasurement)
            new RunTrial(FOLDER, new Execution("cpu", 1, "test")).run(sweep, 0, watching(points));
    try (Network network = new Network(sweep.network(), DatasetName.DIGITS, Precision.DOUBLE)) {
      var data = FOLDER.open(sweep.dataset());
      double lambda = sweep.sgd().lambda();
      certified(
          result.trainPoint(),
          new DatasetLoss(network, data.train(), lambda),
          Objects.requireNonNull(points.get(NamedPoint.TRAIN_POINT)));
      certified(
          result.testPoint(),
          new DatasetLoss(network, data.test(), lambda),
          Objects.requireNonNull(points.get(NamedPoint.TEST_POINT)));
    }
    assertThat(result.spectra().orElseThrow().train().smallest()).isEqualTo(1.81e-4, within(5e-6));
  }

  private static void certified(
      ShiftMeasurement.RefinedPoint point, DatasetLoss loss, double[] theta) {
    double[] all = new EigenDecompositionSymmetric(hessian(loss, theta)).getEigenvalues();
    Arrays.sort(all);
    MinimumCertificate certificate = point.certificate().orElseThrow();
    LowestEigenvalues found = certificate.evidence().lowest().orElseThrow();
    assertThat(certificate.grade()).isEqualTo(Grade.MINIMUM);
    assertThat(found.resolved()).isTrue();
    assertThat(found.residuals().get(0)).isLessThan(found.atMost());
    assertThat(found.atLeast()).isLessThanOrEqualTo(all[0]);
    for (int i = 0; i < found.values().size(); i++) {
      assertThat(found.values().get(i)).isGreaterThan(all[i] * (1 - 1e-9));
      assertThat(found.values().get(i)).isEqualTo(all[i], within(0.02 * all[i]));
    }
    assertThat(found.largest()).isEqualTo(all[all.length - 1], within(1e-6));
  }

  private static RealMatrix hessian(DatasetLoss loss, double[] theta) {
    double[][] rows = new double[theta.length][theta.length];
    double[] unit = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      unit[i] = 1;
      loss.hessianTimes(theta, unit, rows[i]);
      unit[i] = 0;
    }
    RealMatrix matrix = new Array2DRowRealMatrix(rows, false);
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }

  private static TrialWatch watching(Map<NamedPoint, double[]> points) {
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

  private static TemperatureSweep gelu() {
    return new TemperatureSweep(
        "D4",
        new TrainingSpec(
            new DatasetSpec(DatasetName.DIGITS, 500, 60),
            new NetworkSpec.Mlp(List.of(6, 6), Activation.GELU, 1),
            new Temperatures.Listed(List.of(0.005)),
            new Seeds(List.of(0L)),
            new SgdSpec.AtTemperature(16, 100, 10_000, 1e-2)),
        new RefinementSpec.Minimum(1e-6, 200_000),
        new LineSpec(-1, 2, 51),
        Optional.of(new CurvatureSpec(5, 6)));
  }

  private static MinimumCertificate judge(
      DatasetLoss loss, double[] start, Refined point, Optional<LowestEigenvalues> lowest) {
    return JudgePoint.of(
        GatherEvidence.of(
            new Question(
                new Search(loss, start, OptionalDouble.of(1e-4), 10),
                point,
                Optional.empty(),
                lowest),
            RandomStreams.of(5),
            StageRun.whole(share -> {})));
  }

  private static LowestEigenvalues lowest(DatasetLoss loss, double[] theta) {
    return FindLowest.at(loss, theta, RandomStreams.of(5), StageRun.whole(share -> {}));
  }

  private static Network network(List<Integer> hidden) {
    return new Network(
        new NetworkSpec.Mlp(hidden, Activation.TANH, 1), DatasetName.DIGITS, Precision.DOUBLE);
  }

  private static Samples samples(int count) {
    return FOLDER.open(new DatasetSpec(DatasetName.DIGITS, count, 1)).train();
  }
}
