package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec;

/** A gradient through micro-batches is that of all samples at once. */
class MicroBatchTest {

  /** Three micro-batches and a remainder. */
  private static final Samples SAMPLES =
      new DataFolder(Path.of("none")).open(new DatasetSpec(DatasetName.DIGITS, 785, 1)).train();

  static final List<NetworkSpec> NETWORKS =
      List.of(
          new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
          new NetworkSpec.Cnn(List.of(4, 8), 3, List.of(16), Activation.TANH, 1),
          new NetworkSpec.ResNet10(Activation.GELU, 0.05, Initialisation.HE));

  @ParameterizedTest
  @FieldSource("NETWORKS")
  void inFloat64ItIsTheSameToRounding(NetworkSpec spec) {
    assertThat(error(accumulated(spec, Precision.DOUBLE), atOnce(spec, Precision.DOUBLE)))
        .isLessThan(1e-14);
  }

  @Test
  void inFloat32TheSumsOverMicroBatchesLoseNothing() {
    NetworkSpec mlp = NETWORKS.getFirst();
    assertThat(error(accumulated(mlp, Precision.SINGLE), atOnce(mlp, Precision.SINGLE)))
        // A few roundings of float32, whichever kernels the processor has: 2e-7 and 3e-7 were seen.
        .isLessThan(6e-7);
  }

  @ParameterizedTest
  @FieldSource("NETWORKS")
  void inFloat32ItIsNoFurtherFromTheTruthThanAllSamplesAtOnce(NetworkSpec spec) {
    double[] truth = accumulated(spec, Precision.DOUBLE);
    double error = error(accumulated(spec, Precision.SINGLE), truth);
    // Layers round too, each pixel of each: the more of them, the larger both errors are.
    assertThat(error).isLessThan(1.2 * error(atOnce(spec, Precision.SINGLE), truth));
    assertThat(error).isLessThan(1e-6);
  }

  /** ‖found − truth‖ / ‖truth‖. */
  private static double error(double[] found, double[] truth) {
    return GradientTest.distance(found, truth) / GradientTest.norm(truth);
  }

  private static double[] accumulated(NetworkSpec spec, Precision precision) {
    try (Network network = new Network(spec, DatasetName.DIGITS, precision)) {
      double[] theta = network.initialise(RandomStreams.of(1));
      double[] gradient = new double[theta.length];
      new DatasetLoss(network, SAMPLES, 0).valueAndGradient(theta, gradient);
      return gradient;
    }
  }

  private static double[] atOnce(NetworkSpec spec, Precision precision) {
    try (Network network = new Network(spec, DatasetName.DIGITS, precision)) {
      double[] gradient = new double[network.parameterCount()];
      network.parameters().write(network.initialise(RandomStreams.of(1)));
      Pass pass = network.pass(SAMPLES.count());
      pass.loadFrom(SAMPLES, 0);
      pass.lossAndGradient();
      network.gradient().read(gradient);
      return gradient;
    }
  }

  @ParameterizedTest
  @FieldSource("NETWORKS")
  void itsArraysKeepWithinTheBudget(NetworkSpec spec) {
    for (DatasetName images : List.of(DatasetName.FASHION_MNIST, DatasetName.CIFAR_10)) {
      for (double width : new double[] {1, 8}) {
        NetworkSpec wide =
            new NetworkSpec.Cnn(List.of(64, 128), 3, List.of(), spec.activation(), width);
        long bytes = Network.activationCount(wide, images) * Precision.SINGLE.bytes();
        long atOnce = Network.microBatch(wide, images, Precision.SINGLE);
        assertThat(atOnce).isBetween(1L, 256L);
        assertThat(atOnce * bytes).isLessThanOrEqualTo(128L << 20);
      }
    }
  }
}
