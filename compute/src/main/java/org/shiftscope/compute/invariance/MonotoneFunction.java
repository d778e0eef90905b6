package org.shiftscope.compute.invariance;

/** φ = r(θ) of one parameter, its inverse, and the inverse's derivatives. */
public interface MonotoneFunction {

  /** φ = r(θ). */
  double of(double theta);

  /** θ = r⁻¹(φ). */
  double inverse(double phi);

  /** ∂θ/∂φ at θ. */
  double slope(double theta);

  /** ∂²θ/∂φ² at θ. */
  double bend(double theta);

  /** φ = sinh(k θ) / k. */
  record Sinh(double k) implements MonotoneFunction {

    @Override
    public double of(double theta) {
      return Math.sinh(k * theta) / k;
    }

    /** asinh(kφ)/k, without the cancellation of its logarithm where kφ is small or negative. */
    @Override
    public double inverse(double phi) {
      double x = Math.abs(k * phi);
      double size = Math.log1p(x + x * x / (1 + Math.sqrt(1 + x * x)));
      return Math.copySign(size / k, phi);
    }

    /** 1 / cosh(kθ). */
    @Override
    public double slope(double theta) {
      return 1 / Math.cosh(k * theta);
    }

    /** −k tanh(kθ) / cosh²(kθ). */
    @Override
    public double bend(double theta) {
      double cosh = Math.cosh(k * theta);
      return -k * Math.tanh(k * theta) / (cosh * cosh);
    }
  }

  /** φ = θ + k θ³. */
  record Cubic(double k) implements MonotoneFunction {

    @Override
    public double of(double theta) {
      return theta + k * theta * theta * theta;
    }

    /**
     * Cardano's root by hyperbolic functions, 2 / √(3k) · sinh(asinh(φ √(27k) / 2) / 3), and one
     * step of Newton's for the last digits.
     */
    @Override
    public double inverse(double phi) {
      double root = 2 / Math.sqrt(3 * k);
      var sinh = new Sinh(1);
      double theta = root * Math.sinh(sinh.inverse(phi * Math.sqrt(27 * k) / 2) / 3);
      return theta - (of(theta) - phi) * slope(theta);
    }

    @Override
    public double slope(double theta) {
      return 1 / (1 + 3 * k * theta * theta);
    }

    /** −6kθ / (1 + 3kθ²)³. */
    @Override
    public double bend(double theta) {
      double slope = slope(theta);
      return -6 * k * theta * slope * slope * slope;
    }
  }
}
