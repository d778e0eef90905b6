package org.shiftscope.compute.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.statistics.Spread;
import org.shiftscope.compute.training.TrainingStep;

/**
 * Average-case elementwise adaptive sharpness (Andriushchenko et al. 2023, arXiv 2302.07011,
 * section 2, without logit normalisation): E[L(θ + δ)] − L(θ), δ_i normal with the standard
 * deviation ρ |θ_i|, over the whole train set. δ and −δ are drawn together, so that the slope at a
 * point that is no minimum adds no noise.
 *
 * @param rho ρ
 * @param pairs pairs ±δ
 */
record AverageSharpness(double rho, int pairs) implements Measure {

  @Override
  public About about() {
    return new About(
        MeasureName.AVERAGE_SHARPNESS,
        "nats",
        "Andriushchenko et al. 2023, without logit normalisation; Kwon et al. 2021",
        "Mean rise of the train loss, without the L2 term, over "
            + pairs
            + " pairs ±δ, δ_i normal with the standard deviation ρ |θ_i|, ρ = "
            + SayNumber.significant(rho)
            + ".",
        Invariance.INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of(new Work(TrainingStep.EVALUATION, 1 + 2.0 * pairs));
  }

  @Override
  public int draws() {
    return pairs;
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    return of(point.loss().withoutL2(), point.theta(), streams, run);
  }

  /** Value and standard error. {@code theta}: shape [d], not modified. */
  double[] of(Objective loss, double[] theta, RandomStreams streams, StageRun<MeasureState> run) {
    List<Double> rises = new ArrayList<>();
    if (run.from().orElse(null) instanceof MeasureState.Pairs before) {
      rises.addAll(before.rises());
    }
    double here = loss.valuesBetween(theta, theta, 0)[0];
    while (rises.size() < pairs) {
      run.progress().accept((double) rises.size() / pairs);
      double[] away = away(theta, streams.split(rises.size()).generator());
      double[] both = loss.valuesBetween(theta, away, -1, 1);
      rises.add((both[0] + both[1]) / 2 - here);
      run.offer().accept(() -> new MeasureState.Pairs(List.copyOf(rises)));
    }
    Spread spread = Spread.of(rises.stream().mapToDouble(Double::doubleValue).toArray());
    return new double[] {spread.mean(), spread.error()};
  }

  private double[] away(double[] theta, RandomGenerator random) {
    double[] away = new double[theta.length];
    Arrays.setAll(away, i -> theta[i] + rho * Math.abs(theta[i]) * random.nextGaussian());
    return away;
  }
}
