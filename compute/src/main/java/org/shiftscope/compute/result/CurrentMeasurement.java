package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Id;

/**
 * The steady-state probability current of Eq. 11 in two dimensions, by simulation.
 *
 * @param sentence what to know about this trial
 * @param relativeCurl the curl of the field, root mean square, in parts of its slope
 * @param x centres of the bins' columns
 * @param y centres of the bins' rows
 * @param density of the walkers in each bin, x running fastest; shape [y · x]
 * @param currentX the current along x in each bin: probability per length and time
 * @param currentY along y
 * @param errorX standard error of {@code currentX}, from the spread of groups of walkers
 * @param errorY of {@code currentY}
 * @param exactX where the loss is quadratic and C constant, the current of that Ornstein-Uhlenbeck
 *     process, its mean over each bin; empty otherwise
 * @param exactY likewise
 * @param rotation mean of x v_y − y v_x about the domain's centre: twice the area swept in a unit
 *     of time, 0 without a current
 * @param rotationError its standard error
 * @param exactRotation where known as above; NaN otherwise
 * @param execution where it was computed
 */
@Id("current-measurement")
public record CurrentMeasurement(
    String sentence,
    double relativeCurl,
    Series x,
    Series y,
    Series density,
    Series currentX,
    Series currentY,
    Series errorX,
    Series errorY,
    Series exactX,
    Series exactY,
    double rotation,
    double rotationError,
    double exactRotation,
    Execution execution)
    implements TrialResult {

  @Override
  public Outcome outcome() {
    return Outcome.MEASURED;
  }
}
