package org.shiftscope.compute.spec;

import java.util.Optional;
import java.util.Set;

/**
 * Experiment E1 of the paper (Figs 1-3): for each temperature and seed, SGD at T = learning rate /
 * batch size, refinement to the nearby train and test points, the losses along the line through
 * them, and the fits of Eq. 3.
 *
 * @param title a person's name for it
 * @param training the network, and how it is trained at each temperature
 * @param refinement how the train and test points are found from the end of SGD
 * @param line the grid of the line through both points
 * @param curvature what is measured of the whole Hessian at both points; empty for nothing
 * @param measures what others have held to predict the test loss, taken at the train point; empty
 *     for nothing
 * @param window the window of SGD in which every term of Eq. 4 is measured; empty for none
 */
@Id(TemperatureSweep.KIND)
@Offers(SweepPresets.class)
public record TemperatureSweep(
    @Default(by = "defaultTitle") String title,
    @Flat TrainingSpec training,
    RefinementSpec refinement,
    @Default("{\"from\": -1, \"to\": 2, \"points\": 61}") LineSpec line,
    Optional<CurvatureSpec> curvature,
    Optional<MeasuresSpec> measures,
    Optional<WindowSpec> window)
    implements ExperimentSpec, TrainedExperiment {

  /** The kind's name in JSON. */
  public static final String KIND = "temperature-sweep";

  /** A sweep that measures nothing beside the line. */
  public TemperatureSweep(
      String title, TrainingSpec training, RefinementSpec refinement, LineSpec line) {
    this(title, training, refinement, line, Optional.empty());
  }

  /** A sweep that takes no other measures and has no window. */
  public TemperatureSweep(
      String title,
      TrainingSpec training,
      RefinementSpec refinement,
      LineSpec line,
      Optional<CurvatureSpec> curvature) {
    this(title, training, refinement, line, curvature, Optional.empty());
  }

  /** A sweep without a window. */
  public TemperatureSweep(
      String title,
      TrainingSpec training,
      RefinementSpec refinement,
      LineSpec line,
      Optional<CurvatureSpec> curvature,
      Optional<MeasuresSpec> measures) {
    this(title, training, refinement, line, curvature, measures, Optional.empty());
  }

  public TemperatureSweep {
    title = title.strip();
    var problems = new Problems().title(title);
    window.ifPresent(given -> given.check(problems, training));
    problems.refuseIfAny();
  }

  static String defaultTitle(Optional<NetworkSpec> network, Optional<DatasetSpec> dataset) {
    return "Temperature sweep"
        + network.map(n -> " of the " + n.name()).orElse("")
        + dataset.map(d -> " on " + d.name().title()).orElse("");
  }

  @Override
  public Set<NamedPoint> points() {
    return NamedPoint.REFINED;
  }
}
