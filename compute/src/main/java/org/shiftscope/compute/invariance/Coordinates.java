package org.shiftscope.compute.invariance;

import java.util.Optional;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.network.Network;

/** Other coordinates φ = r(θ) of a network's parameters, r invertible. */
public interface Coordinates {

  /**
   * φ = r(θ).
   *
   * @param theta shape [d], not modified
   * @return a fresh array, shape [d]
   */
  double[] of(double[] theta);

  /**
   * The running statistics of batch norms with which a network is evaluated at φ.
   *
   * @param statistics those at θ, shape [b], not modified
   * @return shape [b]
   */
  default double[] statistics(double[] statistics) {
    return statistics;
  }

  /**
   * The loss as a function of φ, L(r⁻¹(φ)), by its own forward and derivative code. The L2 term is
   * the function of θ that it is: (λ/2) ‖r⁻¹(φ)‖².
   *
   * @param network whose running statistics are {@link #statistics} of those at θ
   */
  CurvedObjective loss(Network network, Samples samples, double lambda);

  /**
   * What a curved map adds to the Hessian where the gradient does not vanish: Σ_k (∂L/∂θ_k)
   * ∂²θ_k/∂φ², as an objective of which only products are asked for; empty for a linear map.
   *
   * @param gradient ∇L at θ, shape [d], not modified
   */
  default Optional<CurvedObjective> slopeTerm(double[] gradient) {
    return Optional.empty();
  }
}
