package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;

/**
 * Whether Assumption 1 held: the steady state's rotation for formulas, the field's antisymmetric
 * share for a real model.
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count
 * @param trends each quantity against T
 * @param rotations by ascending T; empty for a real model
 * @param curls by ascending T; empty for formulas
 * @param grades how many of the minima are certified; empty for formulas, which have no refined
 *     point
 */
@Id("assumption-findings")
public record AssumptionFindings(
    List<String> sentences,
    CountedTrials trials,
    List<TemperatureTrend> trends,
    List<Rotation> rotations,
    List<Curl> curls,
    Optional<PointGrades> grades)
    implements Findings {

  public AssumptionFindings {
    sentences = List.copyOf(sentences);
    trends = List.copyOf(trends);
    rotations = List.copyOf(rotations);
    curls = List.copyOf(curls);
  }

  /**
   * The rotation over the trials of one temperature.
   *
   * @param temperature T
   * @param trials how many
   * @param rotation mean of E(x v_y − y v_x)
   * @param error its standard error, from within the trials
   * @param exact where it is known; NaN elsewhere
   * @param relativeCurl of the field, in parts of its slope
   */
  public record Rotation(
      double temperature,
      int trials,
      double rotation,
      double error,
      double exact,
      double relativeCurl) {}

  /**
   * The antisymmetric share ‖½(J − Jᵀ)‖ / ‖J‖ against the distance from the minimum, over the seeds
   * of one temperature. All series have one length.
   *
   * @param temperature T
   * @param trials how many
   * @param distance in standard deviations of the steady state
   * @param mean over points and seeds
   * @param error its standard error over seeds; NaN for one
   */
  public record Curl(double temperature, int trials, Series distance, Series mean, Series error) {}
}
