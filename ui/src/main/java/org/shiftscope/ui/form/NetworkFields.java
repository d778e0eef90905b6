package org.shiftscope.ui.form;

import java.util.List;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec.Cnn;
import org.shiftscope.compute.spec.NetworkSpec.Mlp;
import org.shiftscope.compute.spec.NetworkSpec.ResNet10;
import org.shiftscope.compute.spec.NetworkSpec.Vgg16;
import org.shiftscope.compute.spec.NetworkSpec.Vgg9;

/** The fields of the network: their words, and when each of them counts. */
final class NetworkFields {

  private NetworkFields() {}

  static FieldSection section() {
    Field network =
        NewField.chosen(
            "network.name",
            "Network",
            List.of(
                Mlp.NAME, "mlp: dense layers",
                Cnn.NAME, "cnn: convolutions, then dense layers",
                Vgg9.NAME, "vgg9: 7 convolutions, 2 dense layers",
                Vgg16.NAME, "vgg16: 13 convolutions, 3 dense layers",
                ResNet10.NAME, "resnet10: residual, 4 blocks"),
            "vgg16 needs images of 32 × 32 (CIFAR-10), vgg9 and resnet10 those or 8 × 8 (digits).");
    Field kernel =
        NewField.chosen(
                "network.kernel",
                Shape.NUMBER,
                "Kernel",
                NewField.choices(List.of("1", "1 × 1", "3", "3 × 3", "5", "5 × 5", "7", "7 × 7")),
                "Size of the convolutions, in pixels.")
            .when(network, Cnn.NAME);
    kernel.value().setValue("5");
    return new FieldSection(
        "Network",
        List.of(
            network,
            NewField.numbers(
                    "network.hidden",
                    "Hidden layers",
                    "units",
                    "Units of each layer; none is softmax regression.",
                    "32")
                .when(network, Mlp.NAME),
            NewField.numbers(
                    "network.filters",
                    "Filters",
                    "channels",
                    "One convolution and 2 × 2 max-pooling for each, 1 to 3.",
                    "8, 16")
                .when(network, Cnn.NAME),
            kernel,
            NewField.numbers(
                    "network.dense",
                    "Dense layers",
                    "units",
                    "Units of each hidden layer after the convolutions.",
                    "32")
                .when(network, Cnn.NAME),
            NewField.chosen(
                    "network.batchNorm",
                    Shape.FLAG,
                    "Batch norm",
                    NewField.choices(List.of("false", "Without", "true", "After each convolution")),
                    "SGD normalises by its minibatches; refinement and line by the running averages at its end.")
                .when(network, Vgg9.NAME),
            NewField.chosen(
                "network.activation",
                "Activation",
                Activation.values(),
                "Follows each hidden layer. tanh and GELU are smooth, ReLU is the paper's."),
            NewField.number(
                "network.width",
                "Width",
                "×",
                "Multiplies the units and channels of every hidden layer; 0.125 suits a laptop.",
                "1"),
            NewField.chosen(
                "network.initialisation",
                "Initialisation",
                Initialisation.values(),
                "Weights of deviation √(2 / fan-in); truncated is he_normal of Keras and JAX.")));
  }
}
