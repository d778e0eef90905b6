package org.shiftscope.compute.spec;

import java.util.List;

/** A number of a network at its train point that others have held to predict its test loss. */
public enum MeasureName implements Named {
  /** tr H of the train loss. */
  TRACE("tr H_tr"),
  /** The largest eigenvalue of H of the train loss. */
  LARGEST_EIGENVALUE("Largest eigenvalue of H_tr"),
  /** Average-case sharpness, elementwise adaptive. */
  AVERAGE_SHARPNESS("Average-case adaptive sharpness"),
  /** Worst-case sharpness, elementwise adaptive. */
  WORST_SHARPNESS("Worst-case adaptive sharpness"),
  /** θᵀFθ, F the Fisher information of the train labels. */
  FISHER_RAO("Fisher–Rao norm θᵀFθ"),
  /** The root of the sum over paths of the product of squared weights. */
  PATH_NORM("Path norm"),
  /** ‖θ‖². */
  SQUARED_NORM("‖θ‖²"),
  /** ‖θ − θ₀‖, θ₀ where SGD started. */
  DISTANCE("Distance from the start"),
  /** The local learning coefficient of singular learning theory. */
  LEARNING_COEFFICIENT("Local learning coefficient"),
  /** tr C of the train loss. */
  COVARIANCE_TRACE("tr C"),
  /** tr C / ‖∇L_tr‖². */
  NOISE_SCALE("Gradient noise scale");

  private final String title;

  MeasureName(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** All, in their order. */
  static List<MeasureName> all() {
    return List.of(values());
  }
}
