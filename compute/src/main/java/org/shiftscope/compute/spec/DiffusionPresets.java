package org.shiftscope.compute.spec;

import java.util.List;
import java.util.function.Supplier;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;

/** How well diffusion stands for SGD, to start from. */
final class DiffusionPresets implements Supplier<List<Preset>> {

  @Override
  public List<Preset> get() {
    return List.of(accuracy());
  }

  private static Preset accuracy() {
    String title = "Accuracy of diffusion: digits";
    return new Preset(
        "diffusion-digits",
        title,
        "The cumulants of the gradient's noise of a small network on the digits, the Kramers-Moyal terms that follow, and the"
            + " weak error of the Langevin equation as the learning rate is halved. A few seconds on two cores.",
        new DiffusionAccuracy(
            title,
            new TrainingSpec(
                DatasetSpec.all(DatasetName.DIGITS),
                new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
                new Temperatures.Logarithmic(3e-3, 3e-2, 3),
                new Seeds(List.of(0L, 1L)),
                new SgdSpec.AtTemperature(32, 60, 10_000, 1e-5)),
            new WeakErrorSpec(ScalarModel.LOGISTIC_REGRESSION, 20, 1, 0.2, 5, 6)));
  }
}
