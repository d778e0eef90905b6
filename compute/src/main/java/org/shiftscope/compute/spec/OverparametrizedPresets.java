package org.shiftscope.compute.spec;

import java.util.List;
import java.util.function.Supplier;
import org.shiftscope.compute.spec.RefinementSpec.Flow;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;

/** The overparametrized case, to start from. */
final class OverparametrizedPresets implements Supplier<List<Preset>> {

  @Override
  public List<Preset> get() {
    return List.of(overparametrized());
  }

  private static Preset overparametrized() {
    String title = "More parameters than samples: digits";
    return new Preset(
        "overparametrized-digits",
        title,
        "A network of 2,410 parameters on 150 digits: ranks, the span of the samples' gradients, the shift projected to it, and"
            + " the modified SGD where its steady state is known. Under ten seconds on two cores.",
        new OverparametrizedShift(
            title,
            new TrainingSpec(
                new DatasetSpec(DatasetName.DIGITS, 150, 150),
                new NetworkSpec.Mlp(List.of(32), Activation.TANH, 1),
                new Temperatures.Logarithmic(2e-3, 2e-2, 3),
                new Seeds(List.of(0L, 1L)),
                new SgdSpec.AtTemperature(10, 60, 10_000, 1e-3)),
            new Flow(5, 5, new Integrator.Adaptive(1e-5)),
            new ModifiedSgdSpec(4, 8, 0.3, 1, 2, 200, 100)));
  }
}
