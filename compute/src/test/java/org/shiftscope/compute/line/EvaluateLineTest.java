package org.shiftscope.compute.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.line.EvaluateLine.Losses;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.DatasetLoss.Evaluation;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.stage.StageRun;

/** All points in one pass over the samples are the points one by one. */
class EvaluateLineTest {

  static final List<NetworkSpec> NETWORKS =
      List.of(
          new NetworkSpec.Mlp(List.of(), Activation.RELU, 1),
          new NetworkSpec.Mlp(List.of(12, 7), Activation.RELU, 1),
          new NetworkSpec.Cnn(List.of(4, 3), 3, List.of(8), Activation.TANH, 1),
          new NetworkSpec.ResNet10(Activation.GELU, 0.05, Initialisation.HE));

  private static final double[] ALPHAS = new LineSpec(-1, 2, 51).alphas();

  @ParameterizedTest
  @FieldSource("NETWORKS")
  void inFloat64TheyAgreeToRounding(NetworkSpec spec) {
    // Some hundred operations on each logit, whose roundings are 1e-16 of it.
    check(spec, Precision.DOUBLE, 1e-13);
  }

  @ParameterizedTest
  @FieldSource("NETWORKS")
  void inFloat32TheyAgreeToRounding(NetworkSpec spec) {
    check(spec, Precision.SINGLE, 2e-6);
  }

  private static void check(NetworkSpec spec, Precision precision, double tolerance) {
    // More than a micro-batch of each, and a remainder.
    Dataset dataset =
        new DataFolder(Path.of("none")).open(new DatasetSpec(DatasetName.DIGITS, 300, 260));
    try (Network network = new Network(spec, DatasetName.DIGITS, precision)) {
      Losses losses =
          new Losses(
              new DatasetLoss(network, dataset.train(), 1e-3),
              new DatasetLoss(network, dataset.test(), 1e-3));
      double[] from = network.initialise(RandomStreams.of(1));
      double[] to = network.initialise(RandomStreams.of(2));
      Line line =
          EvaluateLine.evaluate(
              new LineSpec(-1, 2, 51), losses, from, to, StageRun.whole(share -> {}));
      for (int i = 0; i < ALPHAS.length; i++) {
        double alpha = ALPHAS[i];
        double[] theta = new double[from.length];
        Arrays.setAll(theta, j -> from[j] + alpha * (to[j] - from[j]));
        double[] point = alpha == 1 ? to : theta;
        agree(losses.train().evaluate(point), line.trainLoss().get(i), alpha, tolerance);
        agree(losses.test().evaluate(point), line.testLoss().get(i), alpha, tolerance);
        // A sample between two classes may fall to either.
        assertThat(line.trainAccuracy().get(i))
            .isCloseTo(losses.train().evaluate(point).accuracy(), within(1.01 / 300));
        assertThat(line.testAccuracy().get(i))
            .isCloseTo(losses.test().evaluate(point).accuracy(), within(1.01 / 260));
      }
    }
  }

  private static void agree(Evaluation alone, double found, double alpha, double tolerance) {
    boolean end = alpha == 0 || alpha == 1;
    assertThat(found)
        .as("α = %s", alpha)
        .isCloseTo(alone.loss(), within(end ? 0 : tolerance * alone.loss()));
  }
}
