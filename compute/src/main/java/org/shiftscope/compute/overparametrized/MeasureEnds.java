package org.shiftscope.compute.overparametrized;

import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.curvature.Lanczos.Spectrum;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.OverparametrizedMeasurement.HessianEnds;

/**
 * The ends of the train loss's spectrum, with λ and without. With more parameters than samples the
 * Hessian of the data has directions in which nothing curves; λ adds itself in each.
 */
public final class MeasureEnds {

  private static final double TOLERANCE = 1e-7;
  private static final int MOST_PRODUCTS = 150;

  private MeasureEnds() {}

  /**
   * Measures.
   *
   * @param theta shape [d], not modified
   * @param streams {@code lanczos} is split off
   */
  public static HessianEnds at(
      CurvedObjective withLambda,
      CurvedObjective without,
      double lambda,
      double[] theta,
      RandomStreams streams) {
    Spectrum with = ends(withLambda, theta, streams);
    Spectrum bare = ends(without, theta, streams);
    return new HessianEnds(
        with.smallest()[0],
        bare.smallest()[0],
        with.largest()[0],
        Math.max(with.residual(), bare.residual()),
        lambda);
  }

  private static Spectrum ends(CurvedObjective loss, double[] theta, RandomStreams streams) {
    return Lanczos.extremes(
        SymmetricOperator.hessian(loss, theta),
        1,
        1,
        TOLERANCE,
        MOST_PRODUCTS,
        streams.split("lanczos").generator());
  }
}
