package org.shiftscope.compute.steadystate;

import java.util.Optional;
import org.shiftscope.compute.model.PlantData;
import org.shiftscope.compute.model.SampleLoss;
import org.shiftscope.compute.model.TrainLoss;
import org.shiftscope.compute.model.TwoWellRegression;
import org.shiftscope.compute.spec.SteadyState;

/** A model with its data, its minimum, and what theory says there. Never modified. */
public final class PreparedModel {

  private final TrainLoss loss;
  private final NearMinimum near;
  private final Optional<TwoBasins> basins;

  private PreparedModel(TrainLoss loss, NearMinimum near, Optional<TwoBasins> basins) {
    this.loss = loss;
    this.near = near;
    this.basins = basins;
  }

  /**
   * Draws the data and finds the minimum.
   *
   * @return empty where Newton's method finds none near the planted truth
   */
  public static Optional<PreparedModel> of(SteadyState spec) {
    return of(spec, () -> {});
  }

  /**
   * Draws the data and finds the minimum.
   *
   * @param poll called before each pass over the samples, now and in all that is done with the
   *     model; may throw to stop
   * @return empty where Newton's method finds none near the planted truth
   */
  public static Optional<PreparedModel> of(SteadyState spec, Runnable poll) {
    SampleLoss model = PlantData.of(spec.model());
    var loss = new TrainLoss(model, spec.lambda(), spec.epsilon(), poll);
    Optional<TwoBasins> basins =
        model instanceof TwoWellRegression wells
            ? TwoBasins.of(new TwoWellField(wells, spec.lambda(), spec.epsilon()))
            : Optional.empty();
    return FindMinimum.from(loss, model.truth())
        .map(theta -> new PreparedModel(loss, new NearMinimum(loss, theta), basins));
  }

  TrainLoss loss() {
    return loss;
  }

  NearMinimum near() {
    return near;
  }

  Optional<TwoBasins> basins() {
    return basins;
  }
}
