package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks of invariance to start from. */
final class InvariancePresets implements Supplier<List<Preset>> {

  @Override
  public List<Preset> get() {
    return List.of(ofTrial(), ofLandscape());
  }

  /** Its training is that of the quick start's first trial, until a source is chosen. */
  private static Preset ofTrial() {
    String title = "Invariance of a finished trial";
    TrainingSpec training =
        new TrainingSpec(
            DatasetSpec.all(DatasetName.DIGITS),
            new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
            new Temperatures.Listed(List.of(3e-3)),
            new Seeds(List.of(0L)),
            new SgdSpec.AtTemperature(32, 600, 100_000, 1e-5));
    return new Preset(
        "invariance-of-a-trial",
        title,
        "Every term of Eqs 3 and 4 at the points of a trial, in other coordinates: press Check invariance on the page of a"
            + " finished trial of a sweep, or choose it here. Where there is none yet, launch the quick start first. Seconds"
            + " on two cores.",
        new Invariance(
            title,
            new TrialSubject(
                new SourceTrial(SourceTrial.TO_BE_CHOSEN, 0),
                training,
                training.sgd().lambda(),
                TrialSubject.mapsFor(Optional.of(training)),
                new IteratesSpec(16, 10)),
            1e-6));
  }

  /** Fig. 4 left. */
  private static Preset ofLandscape() {
    String title = "Invariance of a landscape";
    return new Preset(
        "invariance-of-a-landscape",
        title,
        "The paper's two basins in coordinates of one's own, φ = sinh(x): expected losses are the same to the last digits, the"
            + " parts of Eq. 4 to first order in the shift, and curvatures are not. A second.",
        new Invariance(
            title,
            new LandscapeSubject(
                new ObjectiveSpec(
                    new ObjectiveSpec.Gaussians(
                        List.of(-1.0, 1.0), List.of(0.021, 0.1), List.of(0.1, 0.5)),
                    ""),
                0.1,
                "0.001",
                new DomainSpec(-3, 3),
                5,
                "sinh(x)"),
            1e-9));
  }
}
