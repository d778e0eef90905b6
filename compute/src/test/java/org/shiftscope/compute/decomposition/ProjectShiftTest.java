package org.shiftscope.compute.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.overparametrized.SpanState;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Decomposition.ProjectedShift;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.stage.StageRun;

/** Eq. 12's shift against matrices: the projector and the Hessian written out. */
class ProjectShiftTest {

  private static final int FEW = 12;
  private static final int MANY = 450;
  private static final int HIDDEN = 2;
  private static final double LAMBDA = 1e-2;

  private static final Network NETWORK =
      new Network(
          new NetworkSpec.Mlp(List.of(HIDDEN), Activation.TANH, 1),
          DatasetName.DIGITS,
          Precision.DOUBLE);
  private static final int D = NETWORK.parameterCount();

  private static Window window;

  @BeforeAll
  static void points() {
    double[] test = NETWORK.initialise(RandomStreams.of(2));
    var random = RandomStreams.of(9).generator();
    double[] train =
        Arrays.stream(test).map(value -> value + 0.05 * random.nextGaussian()).toArray();
    window = new Window(test, train, List.of(test, train));
  }

  @AfterAll
  static void close() {
    NETWORK.close();
  }

  private static DatasetLoss loss(int samples) {
    return new DatasetLoss(NETWORK, samples(samples), LAMBDA);
  }

  private static Samples samples(int count) {
    return new DataFolder(Path.of("none"))
        .open(new DatasetSpec(DatasetName.DIGITS, 10, count))
        .test();
  }

  private static ProjectedShift projected(DatasetLoss loss) {
    return ProjectShift.of(loss, window, StageRun.whole(share -> {}));
  }

  @Test
  void itIsThatOfTheProjectorAsAMatrix() {
    DatasetLoss loss = loss(FEW);
    RealVector shift = dense(loss);
    RealVector gradient = new ArrayRealVector(D);
    double[] g = new double[D];
    loss.valueAndGradient(window.test(), g);
    gradient = gradient.add(new ArrayRealVector(g));
    double curvature = shift.dotProduct(hessian(loss).operate(shift)) / 2;
    ProjectedShift found = projected(loss);
    assertThat(found.samples()).isEqualTo(FEW);
    assertThat(found.parameters()).isEqualTo(D).isGreaterThan(FEW);
    assertThat(found.directions()).isEqualTo(FEW);
    assertThat(found.norm()).isCloseTo(shift.getNorm(), within(1e-12));
    assertThat(found.slope()).isCloseTo(gradient.dotProduct(shift), within(1e-12));
    assertThat(found.shiftCurvature()).isCloseTo(curvature, within(1e-10 * Math.abs(curvature)));
    // The plain shift is another: the projection is no formality here.
    double plain = Vectors.norm(Vectors.difference(window.train(), window.test()));
    assertThat(found.norm()).isLessThan(0.7 * plain);
  }

  /**
   * With many samples the span is all but what no sample can tell: the weights of a pixel that is
   * dark in every image, and what all classes' outputs have in common. A pixel that is bright in
   * few images may tell one of its weights from the others only together with another.
   */
  @Test
  void withMoreSamplesThanParametersTheSpanIsAllThatTheLossDependsOn() {
    ProjectedShift found = projected(loss(MANY));
    int most = D - HIDDEN * pixelsBrightInAtMost(0) - (HIDDEN + 1);
    assertThat(MANY).isGreaterThan(2 * D);
    assertThat(found.directions()).isBetween(most - HIDDEN * pixelsBrightInAtMost(4), most);
    assertThat(found.norm()).isGreaterThan(projected(loss(FEW)).norm());
  }

  private static int pixelsBrightInAtMost(int images) {
    float[] features = samples(MANY).features();
    int pixels = features.length / MANY;
    return (int)
        IntStream.range(0, pixels)
            .filter(
                pixel ->
                    IntStream.range(0, MANY).filter(i -> features[i * pixels + pixel] != 0).count()
                        <= images)
            .count();
  }

  @Test
  void itGoesOnBetweenTwoSamples() {
    DatasetLoss loss = loss(FEW);
    var half = new AtomicReference<SpanState>();
    ProjectedShift whole =
        ProjectShift.of(
            loss,
            window,
            new StageRun<>(
                java.util.Optional.empty(),
                share -> {},
                offered -> {
                  if (offered.get().coordinates().size() == FEW / 2) {
                    half.set(offered.get());
                  }
                }));
    assertThat(
            ProjectShift.of(
                loss,
                window,
                new StageRun<>(
                    java.util.Optional.of(java.util.Objects.requireNonNull(half.get())),
                    share -> {},
                    offered -> {})))
        .isEqualTo(whole);
  }

  /** P s with P = V Vᵀ of the right singular vectors of the samples' gradients, one a row. */
  private static RealVector dense(DatasetLoss loss) {
    double[][] rows = new double[FEW][];
    int[] next = {0};
    loss.withoutL2()
        .eachSampleGradient(window.test(), 0, gradient -> rows[next[0]++] = gradient.clone());
    RealMatrix v = new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getV();
    RealMatrix p = v.multiplyTransposed(v);
    return p.operate(new ArrayRealVector(Vectors.difference(window.train(), window.test())));
  }

  private static RealMatrix hessian(DatasetLoss loss) {
    RealMatrix hessian = new Array2DRowRealMatrix(D, D);
    for (int i = 0; i < D; i++) {
      double[] unit = new double[D];
      unit[i] = 1;
      hessian.setColumn(i, loss.hessianTimes(window.test(), List.of(unit)).getFirst());
    }
    return hessian;
  }
}
