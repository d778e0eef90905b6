package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec;

/** Two passes for all samples at once give what the samples give one by one. */
class SampleGradientsTest {

  static final List<NetworkSpec> NETWORKS =
      List.of(
          new NetworkSpec.Mlp(List.of(12), Activation.RELU, 1),
          new NetworkSpec.Cnn(List.of(3, 4), 3, List.of(8), Activation.TANH, 1),
          new NetworkSpec.ResNet10(Activation.GELU, 0.05, Initialisation.HE));

  @ParameterizedTest
  @FieldSource("NETWORKS")
  void weighedByTheirOverlapsTheyAddUp(NetworkSpec spec) {
    Samples samples = GradientTest.random(DatasetName.DIGITS, 23);
    try (Network network = new Network(spec, DatasetName.DIGITS, Precision.DOUBLE)) {
      DatasetLoss loss = new DatasetLoss(network, samples, 0.1);
      double[] theta = network.initialise(RandomStreams.of(1));
      double[] v = network.initialise(RandomStreams.of(2));
      double[] expected = new double[theta.length];
      loss.withoutL2()
          .eachSampleGradient(
              theta,
              0,
              gradient -> {
                double overlap = 0;
                for (int i = 0; i < v.length; i++) {
                  overlap += gradient[i] * v[i];
                }
                for (int i = 0; i < v.length; i++) {
                  expected[i] += overlap * gradient[i] / 23;
                }
              });
      double[] found = new double[theta.length];
      loss.sampleGradientsTimes(theta, v, found);
      assertThat(GradientTest.distance(found, expected))
          .isLessThan(1e-12 * GradientTest.norm(expected));
    }
  }
}
