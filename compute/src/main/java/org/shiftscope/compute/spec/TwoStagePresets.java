package org.shiftscope.compute.spec;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Two-stage experiments to start from: the paper's, and one that is fast. */
final class TwoStagePresets implements Supplier<List<Preset>> {

  private static final List<Double> DROPS = List.of(0.5, 0.75, 0.9);

  @Override
  public List<Preset> get() {
    return List.of(digits(), paper());
  }

  private static Preset digits() {
    String title = "Two stages: digits";
    return new Preset(
        "two-stage-digits",
        title,
        "A small network on 8 × 8 digits: six initialisations are trained once by a schedule, and from there SGD goes on at four"
            + " temperatures, with three batch sizes at each. Do the losses depend on η and B through T alone, and does the test"
            + " loss fall as T rises? Under a minute on two cores.",
        new TwoStage(
            title,
            DatasetSpec.all(DatasetName.DIGITS),
            new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
            new Temperatures.Logarithmic(1e-4, 1e-2, 4),
            List.of(8, 32, 128),
            seeds(6),
            new SgdSpec.Scheduled(0.1, 128, 300, 0.9, DROPS, 0.1, 5e-4),
            new SecondStage(new SecondStage.Epochs(1_000), 100, FinalLoss.WHOLE, 0.25, true)));
  }

  private static Preset paper() {
    String title = "Paper, Fig 5, two stages: VGG9 on CIFAR-10";
    return new Preset(
        "paper-figure-5-two-stage",
        title,
        "The paper's two-stage experiment at full size: VGG9 with batch norm on all of CIFAR-10, ten initialisations, 300 epochs"
            + " and then 1,000 at each (η, B), T from 2.44e-8 to 2.44e-5. Made for a machine with a graphics card: see"
            + " the estimate first. Needs the official binary files of CIFAR-10 in the data folder.",
        new TwoStage(
            title,
            DatasetSpec.all(DatasetName.CIFAR_10),
            new NetworkSpec.Vgg9(true, Activation.RELU, 1, Initialisation.HE),
            new Temperatures.Logarithmic(1e-4 / 4096, 0.1 / 4096, 4),
            List.of(1_024, 4_096),
            seeds(10),
            new SgdSpec.Scheduled(0.1, 4_096, 300, 0.9, DROPS, 0.1, 5e-4),
            new SecondStage(new SecondStage.Epochs(1_000), 100, FinalLoss.WHOLE, 0.25, true)));
  }

  private static Seeds seeds(int count) {
    return new Seeds(LongStream.range(0, count).boxed().toList());
  }
}
