package org.shiftscope.compute.spec;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.shiftscope.compute.spec.RefinementSpec.Flow;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;

/** Decompositions to start from. */
final class DecompositionPresets implements Supplier<List<Preset>> {

  @Override
  public List<Preset> get() {
    return List.of(digits(), vgg16(), resNet10());
  }

  private static Preset digits() {
    String title = "Eq. 4 on digits";
    return new Preset(
        "eq4-digits",
        title,
        "Every term of Eq. 4 for a small network on 8 × 8 digits at four temperatures and five seeds, from 64 iterates of SGD"
            + " after its flow time. Some ten seconds on two cores.",
        new LossDecomposition(
            title,
            new TrainingSpec(
                DatasetSpec.all(DatasetName.DIGITS),
                new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
                new Temperatures.Logarithmic(3e-3, 3e-2, 4),
                seeds(5),
                new SgdSpec.AtTemperature(32, 600, 100_000, 1e-5)),
            new Flow(5, 5, new Integrator.Adaptive(1e-5)),
            new WindowSpec(100, 64, false)));
  }

  private static Preset vgg16() {
    return paper(
        "eq4-vgg16",
        "Eq. 4 at reduced width: VGG16 on CIFAR-10",
        new NetworkSpec.Vgg16(Activation.RELU, 0.125, Initialisation.HE),
        "Three quarters of an hour");
  }

  private static Preset resNet10() {
    return paper(
        "eq4-resnet10",
        "Eq. 4 at reduced width: ResNet10 on CIFAR-10",
        new NetworkSpec.ResNet10(Activation.RELU, 0.125, Initialisation.HE),
        "Forty minutes by the estimate");
  }

  /** Training and refinement are those of the temperature sweeps at this width. */
  private static Preset paper(String id, String title, NetworkSpec network, String time) {
    return new Preset(
        id,
        title,
        "Every term of Eq. 4 for one of the paper's networks at an eighth of its channels, on a part of CIFAR-10, at two"
            + " temperatures and three seeds. "
            + time
            + " on two cores, and 3 GB of memory. Needs the official binary files of"
            + " CIFAR-10 in the data folder.",
        new LossDecomposition(
            title,
            SweepPresets.reducedWidth(
                network, new Temperatures.Logarithmic(5e-4, 1e-3, 2), seeds(3)),
            SweepPresets.NARROW_FLOW,
            new WindowSpec(12, 32, false)));
  }

  private static Seeds seeds(int count) {
    return new Seeds(LongStream.range(0, count).boxed().toList());
  }
}
