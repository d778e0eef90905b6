package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateTheory;
import org.shiftscope.compute.result.SteadyStateTheory.Basins;
import org.shiftscope.compute.simulation.Bins;
import org.shiftscope.compute.spec.SteadyState;

/** What theory says of a steady state before SGD has run. */
public final class Predict {

  private static final int DRAWN = 300;
  private static final int TEMPERATURES = 25;

  private Predict() {}

  /**
   * Computes, in milliseconds for most models.
   *
   * @param temperature that of the density; where empty, the spec's first
   */
  public static Optional<SteadyStateTheory> of(SteadyState spec, OptionalDouble temperature) {
    double at = temperature.orElse(spec.temperatures().values().getFirst());
    return Optional.of(
        PreparedModel.of(spec)
            .map(model -> theory(model, spec, at))
            .orElseGet(SteadyStateTheory::none));
  }

  private static SteadyStateTheory theory(PreparedModel model, SteadyState spec, double at) {
    NearMinimum near = model.near();
    double[] noise = new double[near.eigenvalues().length];
    Arrays.setAll(noise, i -> near.noise().getEntry(i, i));
    return new SteadyStateTheory(
        true,
        Series.of(near.theta()),
        Series.of(near.eigenvalues()),
        Series.of(noise),
        near.antisymmetricShare(),
        Series.of(near.papersBias(1)),
        Series.of(near.mean(1)),
        near.lyapunov(1).getTrace(),
        near.noise().getTrace() / 4,
        model.basins().map(two -> basins(two, model, spec, at)).orElseGet(Basins::none));
  }

  private static Basins basins(TwoBasins two, PreparedModel model, SteadyState spec, double at) {
    Bins drawn = new Bins(TwoBasins.DOMAIN.from(), TwoBasins.DOMAIN.to(), DRAWN);
    double[] theta = drawn.centres();
    double[] shares = TwoBasins.DOMAIN.coarsen(two.eq5(at), DRAWN);
    double[] temperatures = temperatures(spec);
    double[] eq5 = new double[temperatures.length];
    double[] eq6 = new double[temperatures.length];
    for (int i = 0; i < temperatures.length; i++) {
      double[] there = two.eq5(temperatures[i]);
      eq5[i] = two.rightShare(there);
      eq6[i] = two.rightLaplace(there);
    }
    return new Basins(
        at,
        Series.of(theta),
        Series.of(Arrays.stream(shares).map(share -> share / drawn.width()).toArray()),
        Series.of(Arrays.stream(theta).map(x -> model.loss().value(new double[] {x})).toArray()),
        Series.of(Arrays.stream(theta).map(two.field()::noise).toArray()),
        Series.of(temperatures),
        Series.of(eq5),
        Series.of(eq6));
  }

  /** Evenly spaced in their logarithm, over those of the spec and somewhat beyond. */
  private static double[] temperatures(SteadyState spec) {
    double[] values = spec.temperatures().values().stream().mapToDouble(t -> t).toArray();
    double low = Arrays.stream(values).min().orElseThrow() / 2;
    double high = Arrays.stream(values).max().orElseThrow() * 2;
    double[] temperatures = new double[TEMPERATURES];
    Arrays.setAll(temperatures, i -> low * Math.pow(high / low, i / (TEMPERATURES - 1.0)));
    return temperatures;
  }
}
