package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec;

/** The sizes of the paper's networks. */
class BlueprintTest {

  /**
   * Counted by hand: k² · in · out + out of each convolution, in · out + out of each dense layer, 2
   * · channels of each batch norm.
   */
  @ParameterizedTest
  @CsvSource({
    "vgg9, 1, 2786890",
    "vgg9 with batch norm, 1, 2789194",
    "vgg16, 1, 15245130",
    "resnet10, 1, 4900362",
    "vgg9, 0.125, 44178",
    "vgg9 with batch norm, 0.25, 175834",
    "vgg9 with batch norm, 0.125, 44466",
    "vgg16, 0.125, 239538",
    "resnet10, 0.125, 77642"
  })
  void eachNetworkHasTheParametersThatItsNameStandsFor(String name, double width, int count) {
    assertThat(Network.parameterCount(named(name, width), DatasetName.CIFAR_10)).isEqualTo(count);
  }

  private static NetworkSpec named(String name, double width) {
    return switch (name) {
      case "vgg9" -> new NetworkSpec.Vgg9(Activation.RELU, width, Initialisation.HE);
      case "vgg9 with batch norm" ->
          new NetworkSpec.Vgg9(true, Activation.RELU, width, Initialisation.HE);
      case "vgg16" -> new NetworkSpec.Vgg16(Activation.RELU, width, Initialisation.HE);
      case "resnet10" -> new NetworkSpec.ResNet10(Activation.RELU, width, Initialisation.HE);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
