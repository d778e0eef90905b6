package org.shiftscope.ui.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainedExperiment;
import org.shiftscope.compute.spec.TrainingSpec;

/** Words for what specs of all kinds have in common. */
public final class Words {

  private Words() {}

  /** "1 seed", "3 seeds". */
  public static String count(long number, String thing) {
    return FormatNumber.whole(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** "4 temperatures × 3 seeds". */
  public static String grid(Temperatures temperatures, Seeds seeds) {
    return count(temperatures.values().size(), "temperature")
        + " × "
        + count(seeds.values().size(), "seed");
  }

  /** "4 temperatures × 3 seeds", and "× 5 splits" where the samples are split anew. */
  public static String grid(TrainingSpec training) {
    return grid(training.temperatures(), training.seeds())
        + training
            .dataset()
            .splits()
            .map(splits -> " × " + count(splits.values().size(), "split"))
            .orElse("");
  }

  /** "Digits · mlp 32-16 · 4 temperatures × 3 seeds". */
  public static String trained(TrainedExperiment spec) {
    return spec.dataset().name().title()
        + " · "
        + network(spec.network())
        + " · "
        + grid(spec.training());
  }

  /** A network in a word or two: "mlp 32-16". */
  public static String network(NetworkSpec network) {
    return switch (network) {
      case NetworkSpec.Mlp mlp ->
          mlp.hidden().isEmpty() ? "softmax regression" : "mlp " + scaled(mlp, mlp.hidden());
      case NetworkSpec.Cnn cnn -> "cnn " + scaled(cnn, cnn.filters());
      case NetworkSpec.Vgg9 vgg -> atWidth(network) + (vgg.batchNorm() ? " with batch norm" : "");
      case NetworkSpec.Vgg16 _, NetworkSpec.ResNet10 _ -> atWidth(network);
    };
  }

  private static String atWidth(NetworkSpec network) {
    return network.width() == 1
        ? network.name()
        : network.name() + " at width " + FormatNumber.exact(network.width());
  }

  private static String scaled(NetworkSpec network, List<Integer> units) {
    return units.stream()
        .map(unit -> Integer.toString(network.scaled(unit)))
        .collect(Collectors.joining("-"));
  }
}
