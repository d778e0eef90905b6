package org.shiftscope.compute.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/**
 * Worst-case elementwise adaptive sharpness (Kwon et al. 2021, arXiv 2102.11600, Definition 3 with
 * p = 2; Andriushchenko et al. 2023, without logit normalisation): the largest L(θ + δ) − L(θ) with
 * ‖δ / |θ|‖₂ ≤ ρ, over the whole train set.
 *
 * <p>Kwon's own step, δ = ρ |θ|² ∇L / ‖|θ| ∇L‖, is taken again and again with the gradient where
 * the last one led. For a convex loss that is the generalised power method (Journée et al. 2010),
 * which never falls and needs no step size; the largest rise that was seen is told, a lower bound
 * of the true one.
 *
 * @param rho ρ
 * @param steps how often
 */
record WorstSharpness(double rho, int steps) implements Measure {

  /** A last step that raises it by more has not arrived. */
  private static final double ARRIVED = 0.01;

  @Override
  public About about() {
    return new About(
        MeasureName.WORST_SHARPNESS,
        "nats",
        "Kwon et al. 2021 (ASAM); Andriushchenko et al. 2023, without logit normalisation",
        "Largest rise of the train loss, without the L2 term, that "
            + steps
            + " steps of ascent found within ‖δ / |θ|‖₂ ≤ ρ = "
            + SayNumber.significant(rho)
            + ".",
        Invariance.INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of(new Work(TrainingStep.GRADIENT, 1 + steps));
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    return of(point.loss().withoutL2(), point.theta(), streams, run);
  }

  /**
   * The largest rise, NaN, and by which part of it the last step raised it. {@code theta}: shape
   * [d], not modified.
   */
  double[] of(Objective loss, double[] theta, RandomStreams streams, StageRun<MeasureState> run) {
    double[] gradient = new double[theta.length];
    double here = loss.valueAndGradient(theta, gradient);
    double[] step = next(theta, gradient, streams.generator());
    List<Double> rises = new ArrayList<>();
    if (run.from().orElse(null) instanceof MeasureState.Ascent before) {
      step = before.step();
      rises.addAll(before.rises());
    }
    while (rises.size() < steps) {
      run.progress().accept((double) rises.size() / steps);
      rises.add(loss.valueAndGradient(moved(theta, step), gradient) - here);
      double[] following = next(theta, gradient, streams.split(rises.size()).generator());
      step = following;
      run.offer().accept(() -> new MeasureState.Ascent(following, List.copyOf(rises)));
    }
    double highest = Collections.max(rises);
    double before = steps == 1 ? 0 : Collections.max(rises.subList(0, steps - 1));
    return new double[] {highest, Double.NaN, (highest - before) / highest};
  }

  @Override
  public String fault(double[] taken) {
    return taken[2] > ARRIVED
        ? "The last step of the ascent still raised it by "
            + SayNumber.percent(taken[2])
            + ": a lower bound."
        : "";
  }

  /** ρ |θ| ∇L / ‖|θ| ∇L‖ in units of |θ|; where there is no gradient, a random direction. */
  private double[] next(double[] theta, double[] gradient, RandomGenerator random) {
    double[] scaled = new double[theta.length];
    Arrays.setAll(scaled, i -> Math.abs(theta[i]) * gradient[i]);
    double norm = Vectors.norm(scaled);
    if (norm == 0) {
      Arrays.setAll(scaled, i -> random.nextGaussian());
      norm = Vectors.norm(scaled);
    }
    double scale = rho / norm;
    Arrays.setAll(scaled, i -> scale * scaled[i]);
    return scaled;
  }

  private static double[] moved(double[] theta, double[] step) {
    double[] moved = new double[theta.length];
    Arrays.setAll(moved, i -> theta[i] + Math.abs(theta[i]) * step[i]);
    return moved;
  }
}
