package org.shiftscope.compute.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.curvature.GradientCovariance;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.decomposition.MeasureArrival.Reading;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.Quadratic;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Decomposition.Arrival;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.statistics.Spread;

/** Whether a window is called stationary, on planted ones; and Yaida's sides against exact ones. */
class JudgeStationarityTest {

  private static final int D = 20;
  private static final int N = 64;

  private final RandomGenerator random = RandomStreams.of(5).generator();

  @Test
  void stationaryWindowsAreCalledDriftingInAtMostOneCaseOfTwenty() {
    long drifting = IntStream.range(0, 400).filter(repeat -> !judge(0).stationary()).count();
    // 20 of 400 at exactly 5 %, with a deviation of 4.4; the bound over four tests is cautious.
    assertThat(drifting).isLessThanOrEqualTo(33);
  }

  @Test
  void aDriftOfTheIteratesIsSeenByItsMeanAndByTheSlope() {
    for (int repeat = 0; repeat < 20; repeat++) {
      Arrival found = judge(40);
      assertThat(found.stationary()).isFalse();
      assertThat(found.meanStays()).isFalse();
      assertThat(found.slope().stays()).isFalse();
      assertThat(found.sentence()).startsWith("Still drifting: over the window ");
    }
  }

  @Test
  void aFallOfTheTrainLossAloneIsSeen() {
    Arrival found = Planted.losses(random, N, i -> -i / 8.0);
    assertThat(found.trainLoss().stays()).isFalse();
    assertThat(found.trainLoss().value()).isNegative();
    assertThat(found.testLoss().stays()).isTrue();
    assertThat(found.sentence()).contains("the train loss falls by");
  }

  private Arrival judge(double drift) {
    double[] direction = Quadratic.normals(D, random);
    List<double[]> iterates =
        IntStream.range(0, N)
            .mapToObj(i -> Vectors.sum(Quadratic.normals(D, random), drift * i / N, direction))
            .toList();
    var loss = new Quadratic(0, direction, MatrixUtils.createRealIdentityMatrix(D), new double[D]);
    var window = new Window(new double[D], new double[D], iterates);
    Overlaps overlaps = MeasureOverlaps.of(loss, window, StageRun.whole(share -> {}));
    return new JudgeStationarity(window, overlaps, Planted.readings(random, i -> 0), false).judge();
  }

  /** 44 parameters, so that the traces can be taken whole. */
  @Test
  void theTracesOfTheNoiseAreUnbiased() {
    Samples samples =
        new DataFolder(java.nio.file.Path.of("none"))
            .open(new DatasetSpec(DatasetName.DIGITS, 90, 10))
            .train();
    var spec = new NetworkSpec.Mlp(List.of(1), Activation.TANH, 1);
    try (var network = new Network(spec, DatasetName.DIGITS, Precision.DOUBLE)) {
      var loss = new DatasetLoss(network, samples, 1e-2);
      double[] theta = network.initialise(RandomStreams.of(1));
      var covariance = new GradientCovariance(loss, theta);
      double noise = covariance.trace(StageRun.whole(share -> {}));
      double curved = trace(covariance.timesHessian());
      var window = new Window(theta, theta, IntStream.range(0, 8).mapToObj(i -> theta).toList());
      double[][] found = new double[2][400];
      for (int i = 0; i < 50; i++) {
        List<Reading> readings =
            new MeasureArrival(loss, 2, RandomStreams.of(i))
                .read(window, StageRun.whole(share -> {}));
        for (int j = 0; j < 8; j++) {
          found[0][8 * i + j] = readings.get(j).noise();
          found[1][8 * i + j] = readings.get(j).curvedNoise();
        }
      }
      Spread noises = Spread.of(found[0]);
      Spread curves = Spread.of(found[1]);
      assertThat(noises.mean()).isCloseTo(noise, within(4 * noises.error()));
      assertThat(curves.mean()).isCloseTo(curved, within(4 * curves.error()));
      assertThat(noises.error()).isLessThan(0.02 * noise);
      assertThat(curves.error()).isLessThan(0.1 * Math.abs(curved));
      assertGradient(loss, theta, window);
    }
  }

  private static void assertGradient(DatasetLoss loss, double[] theta, Window window) {
    Reading reading =
        new MeasureArrival(loss, 2, RandomStreams.of(0))
            .read(window, StageRun.whole(share -> {}))
            .getFirst();
    double[] gradient = new double[theta.length];
    double value = loss.valueAndGradient(theta, gradient);
    assertThat(reading.trainLoss()).isCloseTo(value, within(1e-12));
    assertThat(reading.gradientSquared()).isCloseTo(Vectors.dot(gradient, gradient), within(1e-12));
  }

  private static double trace(SymmetricOperator operator) {
    double trace = 0;
    double[] product = new double[operator.dimension()];
    for (int i = 0; i < product.length; i++) {
      double[] unit = new double[product.length];
      unit[i] = 1;
      operator.times(unit, product);
      trace += product[i];
    }
    return trace;
  }

  /** Windows of which the losses alone matter. */
  private static final class Planted {

    static Arrival losses(
        RandomGenerator random, int n, java.util.function.IntToDoubleFunction trainLoss) {
      List<double[]> iterates =
          IntStream.range(0, n).mapToObj(i -> Quadratic.normals(2, random)).toList();
      var window = new Window(new double[2], new double[2], iterates);
      double[] losses = Quadratic.normals(n, random);
      List<double[]> rows = IntStream.rangeClosed(1, n + 2).mapToObj(double[]::new).toList();
      double[] slopes = Arrays.copyOf(Quadratic.normals(n + 2, random), n + 2);
      var overlaps = new Overlaps(0, 0, slopes, rows, losses);
      return new JudgeStationarity(window, overlaps, readings(random, trainLoss), false).judge();
    }

    static List<Reading> readings(
        RandomGenerator random, java.util.function.IntToDoubleFunction trainLoss) {
      return IntStream.range(0, WindowBlocks.BLOCKS)
          .mapToObj(
              i -> new Reading(trainLoss.applyAsDouble(i) + random.nextGaussian() / 20, 1, 1, 1, 1))
          .toList();
    }
  }
}
