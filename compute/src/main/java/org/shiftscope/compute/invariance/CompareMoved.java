package org.shiftscope.compute.invariance;

import java.util.List;
import org.shiftscope.compute.result.InvarianceMeasurement.Moved;

/** Sets what is not invariant side by side. */
public final class CompareMoved {

  /** The id of the largest eigenvalue. */
  public static final String LARGEST = "largest-eigenvalue";

  private CompareMoved() {}

  /** Compares. */
  public static List<Moved> of(InCoordinates theta, InCoordinates phi) {
    return List.of(
        moved(
            LARGEST,
            "Largest eigenvalue of H_te",
            theta.unvaried().largest(),
            phi.unvaried().largest()),
        moved("trace", "Trace of H_te", theta.unvaried().trace(), phi.unvaried().trace()),
        moved(
            "shift-norm",
            "Length of the shift ‖s‖",
            theta.unvaried().shiftNorm(),
            phi.unvaried().shiftNorm()),
        moved(
            "curvature-per-length",
            "Curvature per length² sᵀHs / ‖s‖²",
            theta.curvaturePerLength(),
            phi.curvaturePerLength()),
        moved(
            "sharpness",
            "Sharpness: rise at ρ = 0.05",
            theta.unvaried().sharpness(),
            phi.unvaried().sharpness()));
  }

  private static Moved moved(String id, String title, double theta, double phi) {
    return new Moved(id, title, theta, phi, phi / theta);
  }
}
