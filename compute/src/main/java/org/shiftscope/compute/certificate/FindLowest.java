package org.shiftscope.compute.certificate;

import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.curvature.ProductsState;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.stage.StageRun;

/**
 * Finds the lowest eigenvalues of a loss's Hessian at a point, with a lower bound, where nothing
 * else of the spectrum is asked for. Costs at most {@link #MOST_PRODUCTS} products, and as many
 * vectors of memory.
 */
public final class FindLowest {

  /** Cap on the products: docs/decisions/026-certificates.md tells what they reach. */
  public static final int MOST_PRODUCTS = 150;

  private static final Lanczos.Wanted WANTED =
      new Lanczos.Wanted(1, 3, 0.01, LowestEigenvalues.RESOLUTION, MOST_PRODUCTS);

  private FindLowest() {}

  /**
   * Finds them.
   *
   * @param theta shape [d], not modified
   * @param streams {@code lowest} is split off
   * @param run goes on between two products
   */
  public static LowestEigenvalues at(
      CurvedObjective loss, double[] theta, RandomStreams streams, StageRun<ProductsState> run) {
    return Lanczos.extremes(
            SymmetricOperator.hessian(loss, theta),
            WANTED,
            streams.split("lowest").generator(),
            run)
        .lowest();
  }
}
