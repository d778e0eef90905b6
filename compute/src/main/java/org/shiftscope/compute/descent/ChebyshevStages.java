package org.shiftscope.compute.descent;

/**
 * The coefficients of the second-order Runge-Kutta-Chebyshev method with s stages (Sommeijer,
 * Shampine and Verwer, "RKC: an explicit solver for parabolic PDEs", J. Comput. Appl. Math. 88,
 * 1998, Eqs. 2.2 to 2.8), damping ε = 2/13. The arrays are indexed by the stage j, 0 to s.
 */
final class ChebyshevStages {

  private static final double DAMPING = 2.0 / 13;

  /** Fewest stages that give second order. */
  static final int FEWEST = 2;

  final double[] mu;
  final double[] nu;
  final double[] muTilde;
  final double[] gammaTilde;

  ChebyshevStages(int stages) {
    mu = new double[stages + 1];
    nu = new double[stages + 1];
    muTilde = new double[stages + 1];
    gammaTilde = new double[stages + 1];
    double w0 = 1 + DAMPING / ((double) stages * stages);
    // The Chebyshev polynomials T_j(w0) and their first two derivatives, by their recurrence.
    double[] t = new double[stages + 1];
    double[] first = new double[stages + 1];
    double[] second = new double[stages + 1];
    t[0] = 1;
    t[1] = w0;
    first[1] = 1;
    for (int j = 2; j <= stages; j++) {
      t[j] = 2 * w0 * t[j - 1] - t[j - 2];
      first[j] = 2 * t[j - 1] + 2 * w0 * first[j - 1] - first[j - 2];
      second[j] = 4 * first[j - 1] + 2 * w0 * second[j - 1] - second[j - 2];
    }
    double w1 = first[stages] / second[stages];
    double[] b = new double[stages + 1];
    for (int j = 2; j <= stages; j++) {
      b[j] = second[j] / (first[j] * first[j]);
    }
    b[0] = b[2];
    b[1] = b[2];
    muTilde[1] = b[1] * w1;
    for (int j = 2; j <= stages; j++) {
      mu[j] = 2 * b[j] * w0 / b[j - 1];
      nu[j] = -b[j] / b[j - 2];
      muTilde[j] = 2 * b[j] * w1 / b[j - 1];
      gammaTilde[j] = -(1 - b[j - 1] * t[j - 1]) * muTilde[j];
    }
  }

  /**
   * The fewest stages with which a step h is stable on a spectral radius ρ: the stability interval
   * grows as 0.65 s².
   */
  static int needed(double step, double spectralRadius) {
    return Math.max(FEWEST, (int) Math.ceil(Math.sqrt(1 + 1.54 * step * spectralRadius)));
  }

  /** The longest stable step with s stages. */
  static double longestStep(int stages, double spectralRadius) {
    return (stages * (double) stages - 1) / (1.54 * spectralRadius);
  }
}
