package org.shiftscope.compute.spec;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Steady states of SGD to start from. */
final class SteadyStatePresets implements Supplier<List<Preset>> {

  @Override
  public List<Preset> get() {
    return List.of(linearSteadyState(), twoWells(), tanhSteadyState());
  }

  private static Preset linearSteadyState() {
    return new Preset(
        "steady-state-linear",
        "Linear regression against its exact answer",
        "Real SGD on linear regression whose label noise depends on the features, at three temperatures and four batch sizes:"
            + " the covariance against Lyapunov's equation and the paper's form, and what depends on T alone. Under a minute.",
        new SteadyState(
            "Steady state of linear regression",
            new PlantedModel.Linear(200, 4, 10, 1, 5, 1),
            new Temperatures.Listed(List.of(2e-3, 5e-3, 1e-2)),
            List.of(1, 4, 16, 64),
            seeds(1),
            Replacement.WITH,
            40_000,
            200,
            0,
            0,
            0.1));
  }

  private static Preset twoWells() {
    return new Preset(
        "steady-state-two-wells",
        "Two basins: how often is SGD in each?",
        "A regression with two minima in one parameter and noise that depends on it. SGD's time in each basin against Eq. 5"
            + " and its Laplace form, Eq. 6. Under a minute.",
        new SteadyState(
            "Two basins of a regression",
            new PlantedModel.TwoWells(300, 0.1, 3, 1),
            new Temperatures.Listed(List.of(2e-3, 3e-3, 5e-3, 8e-3)),
            List.of(1, 4),
            seeds(2),
            Replacement.WITH,
            40_000,
            100,
            0,
            0,
            0.1));
  }

  private static Preset tanhSteadyState() {
    return new Preset(
        "steady-state-tanh-mlp",
        "A small network: mean, mode and the paper's bias",
        "A tanh network with nine parameters and planted data. Its mean and its mode are shifted in proportion to T, and not"
            + " alike. Under a minute.",
        new SteadyState(
            "Steady state of a tanh network",
            new PlantedModel.TanhMlp(200, 2, 2, 0.5, 1),
            new Temperatures.Listed(List.of(1e-3, 2e-3, 4e-3)),
            List.of(4, 16),
            seeds(2),
            Replacement.WITH,
            20_000,
            400,
            0.05,
            0,
            0.1));
  }

  private static Seeds seeds(int count) {
    return new Seeds(LongStream.range(0, count).boxed().toList());
  }
}
