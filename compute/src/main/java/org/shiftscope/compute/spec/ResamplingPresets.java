package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.shiftscope.compute.spec.RefinementSpec.Flow;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;

/** Resampling to start from: the paper's, and smaller. */
final class ResamplingPresets implements Supplier<List<Preset>> {

  private static final LineSpec LINE = new LineSpec(-1, 2, 61);
  private static final List<Double> DROPS = List.of(0.5, 0.75, 0.9);

  @Override
  public List<Preset> get() {
    return List.of(digits(), fashionMnist(), paperShuffle(), paperSizes());
  }

  /** The sizes are an eighth, a quarter, a half and all of the digits. */
  private static Preset digits() {
    String title = "Distribution shift or finite samples? Digits";
    return new Preset(
        "resampling-digits",
        title,
        "The digits shuffled and split anew by 25 seeds against their given split, and parts of them drawn, down to an eighth:"
            + " does the test loss come from another distribution of the test samples, or from finite samples? About a minute"
            + " on two cores.",
        new Resampling(
            title,
            new TrainingSpec(
                DatasetSpec.all(DatasetName.DIGITS),
                new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
                new Temperatures.Listed(List.of(0.1 / 32)),
                seeds(25),
                new SgdSpec.Scheduled(0.1, 32, 400, 0, DROPS, 0.1, 5e-4)),
            new Flow(5, 5, new Integrator.Adaptive(1e-5)),
            LINE,
            Optional.of(new ShuffleSpec(0.5)),
            Optional.of(new SampleSizes(List.of(225, 449, 898, 1_797)))));
  }

  private static Preset fashionMnist() {
    String title = "Distribution shift or finite samples? Fashion-MNIST";
    return new Preset(
        "resampling-fashion-mnist",
        title,
        "6,000 samples of Fashion-MNIST shuffled and split anew by 25 seeds against their given split, and parts of them drawn,"
            + " down to an eighth. A few minutes on two cores. Needs the Fashion-MNIST files in the data folder, or Debian's"
            + " package dataset-fashion-mnist.",
        new Resampling(
            title,
            new TrainingSpec(
                new DatasetSpec(DatasetName.FASHION_MNIST, 5_000, 1_000),
                new NetworkSpec.Mlp(List.of(32), Activation.TANH, 1),
                new Temperatures.Listed(List.of(0.1 / 100)),
                seeds(25),
                new SgdSpec.Scheduled(0.1, 100, 100, 0, DROPS, 0.1, 5e-4)),
            new Flow(1, 1, new Integrator.Adaptive(1e-4)),
            LINE,
            Optional.of(new ShuffleSpec(0.1)),
            Optional.of(new SampleSizes(List.of(750, 1_500, 3_000, 6_000)))));
  }

  private static Preset paperShuffle() {
    return paper(
        "paper-figure-5-shuffle",
        "Paper, Fig 5, full size: VGG9 on CIFAR-10 shuffled",
        "CIFAR-10 shuffled and split anew 25 times against its given split, by VGG9 as in the paper. Made for a machine with a"
            + " graphics card: see the estimate first. Needs the official binary files of CIFAR-10 in the data folder.",
        25,
        Optional.of(new ShuffleSpec(0.1)),
        Optional.empty());
  }

  private static Preset paperSizes() {
    return paper(
        "paper-figure-5-sample-size",
        "Paper, Fig 5, full size: VGG9 on parts of CIFAR-10",
        "VGG9 on 10,000 to 50,000 samples drawn from all of CIFAR-10, five draws of each, as in the paper. Made for a machine"
            + " with a graphics card: see the estimate first. Needs the official binary files of CIFAR-10 in the data folder.",
        5,
        Optional.empty(),
        Optional.of(new SampleSizes(List.of(10_000, 20_000, 30_000, 40_000, 50_000))));
  }

  private static Preset paper(
      String id,
      String title,
      String description,
      int seeds,
      Optional<ShuffleSpec> shuffle,
      Optional<SampleSizes> sizes) {
    return new Preset(
        id,
        title,
        description,
        new Resampling(
            title,
            new TrainingSpec(
                DatasetSpec.all(DatasetName.CIFAR_10),
                new NetworkSpec.Vgg9(true, Activation.RELU, 1, Initialisation.HE),
                new Temperatures.Listed(List.of(0.1 / 3_000)),
                seeds(seeds),
                new SgdSpec.Scheduled(0.1, 3_000, 2_000, 0, DROPS, 0.1, 5e-4)),
            new Flow(1, 1, new Integrator.Extrapolated(5e-5)),
            LINE,
            shuffle,
            sizes));
  }

  private static Seeds seeds(int count) {
    return new Seeds(LongStream.range(0, count).boxed().toList());
  }
}
