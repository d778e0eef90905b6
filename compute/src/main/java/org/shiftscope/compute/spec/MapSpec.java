package org.shiftscope.compute.spec;

/** A change of coordinates φ = r(θ) of a network's parameters. */
public sealed interface MapSpec {

  /** Whether φ = R θ with a matrix R: then every term must be the same but for round-off. */
  boolean linear();

  /**
   * The rescaling of Dinh et al. 2017 (arXiv 1703.04933, Section 4): of each pair of layers with a
   * positively homogeneous activation between them, the first times α and the second times 1/α,
   * which leaves the network's function as it is.
   *
   * @param alpha α
   * @param byChannel whether each channel between the two has its own α, drawn evenly in its
   *     logarithm between 1/α and α
   */
  record Rescaling(double alpha, boolean byChannel) implements MapSpec {

    @Override
    public boolean linear() {
      return true;
    }
  }

  /**
   * A random invertible matrix: the parameters in random groups of 64, each mixed by orthogonal ·
   * diagonal · orthogonal, the diagonal evenly spaced in its logarithm.
   *
   * @param condition largest over smallest singular value
   */
  record LinearMix(double condition) implements MapSpec {

    @Override
    public boolean linear() {
      return true;
    }
  }

  /**
   * φ = sinh(k θ) / k of each parameter.
   *
   * @param strength k
   */
  record Sinh(double strength) implements MapSpec {

    @Override
    public boolean linear() {
      return false;
    }
  }

  /**
   * φ = θ + k θ³ of each parameter.
   *
   * @param strength k
   */
  record Cubic(double strength) implements MapSpec {

    @Override
    public boolean linear() {
      return false;
    }
  }
}
