package org.shiftscope.compute.overparametrized;

import java.util.Optional;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.curvature.Lanczos.Spectrum;
import org.shiftscope.compute.curvature.ProductsState;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.OverparametrizedMeasurement.HessianEnds;
import org.shiftscope.compute.stage.StageRun;

/**
 * The ends of the train loss's spectrum, with λ and without. With more parameters than samples the
 * Hessian of the data has directions in which nothing curves; λ adds itself in each.
 */
public final class MeasureEnds {

  private static final Lanczos.Wanted WANTED =
      new Lanczos.Wanted(1, 1, 1e-7, LowestEigenvalues.RESOLUTION, 150);

  private MeasureEnds() {}

  /**
   * Measures.
   *
   * @param theta shape [d], not modified
   * @param streams {@code lanczos} is split off
   * @param run goes on between two products
   */
  public static HessianEnds at(
      CurvedObjective withLambda,
      CurvedObjective without,
      double lambda,
      double[] theta,
      RandomStreams streams,
      StageRun<State> run) {
    Optional<Spectrum> found = run.from().flatMap(State::with);
    Optional<ProductsState> within = run.from().map(State::within);
    Spectrum with =
        found.orElseGet(
            () ->
                ends(
                    withLambda,
                    theta,
                    streams,
                    run.part(within, 0, 0.5, at -> new State(Optional.empty(), at))));
    Spectrum bare =
        ends(
            without,
            theta,
            streams,
            run.part(
                found.isPresent() ? within : Optional.empty(),
                0.5,
                1,
                at -> new State(Optional.of(with), at)));
    return new HessianEnds(
        with.lower().smallest()[0],
        bare.lower().smallest()[0],
        with.largest()[0],
        Math.max(residual(with), residual(bare)),
        lambda,
        Optional.of(with.lowest()));
  }

  private static double residual(Spectrum found) {
    return Math.max(found.residual(), found.lower().residuals()[0]);
  }

  private static Spectrum ends(
      CurvedObjective loss, double[] theta, RandomStreams streams, StageRun<ProductsState> run) {
    return Lanczos.extremes(
        SymmetricOperator.hessian(loss, theta), WANTED, streams.split("lanczos").generator(), run);
  }

  /**
   * The two searches for the ends of a spectrum, between two products.
   *
   * @param with what the search with λ found; empty in that search
   * @param within the present search
   */
  public record State(Optional<Spectrum> with, ProductsState within) {}
}
