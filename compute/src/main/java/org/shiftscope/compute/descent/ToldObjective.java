package org.shiftscope.compute.descent;

import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.HearLoss;

/** An objective of whose gradients somebody hears, whatever descends on it and however often. */
final class ToldObjective implements Objective {

  private final Objective objective;
  private final HearLoss losses;
  private long taken;

  ToldObjective(Objective objective, HearLoss losses) {
    this.objective = objective;
    this.losses = losses;
  }

  @Override
  public int dimension() {
    return objective.dimension();
  }

  @Override
  public double valueAndGradient(double[] theta, double[] gradient) {
    double value = objective.valueAndGradient(theta, gradient);
    losses.at(++taken, value, () -> Vectors.norm(gradient));
    return value;
  }

  @Override
  public double value(double[] theta) {
    return objective.value(theta);
  }

  @Override
  public double[] valuesBetween(double[] from, double[] to, double... alphas) {
    return objective.valuesBetween(from, to, alphas);
  }
}
