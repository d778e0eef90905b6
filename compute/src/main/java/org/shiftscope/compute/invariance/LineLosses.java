package org.shiftscope.compute.invariance;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

/**
 * The losses at points of the line through the train point (α = 0) and the test point (α = 1).
 *
 * @param test by place on the grid; fewer while it is measured
 * @param train the same of the train loss
 */
public record LineLosses(List<Double> test, List<Double> train) {

  /** From one length of the shift before the train point to one behind the test point. */
  static final double FROM = -1;

  private static final double STEP = 0.25;

  /** How many points are looked at. */
  public static final int POINTS = 13;

  public LineLosses {
    test = List.copyOf(test);
    train = List.copyOf(train);
  }

  /** α of a place on the grid. */
  static double alpha(int place) {
    return FROM + STEP * place;
  }

  /**
   * Measures.
   *
   * @param atZero the train point, shape [d], not modified
   * @param atOne the test point, shape [d], not modified
   * @param run goes on between two points
   */
  public static LineLosses measure(
      Objective test, Objective train, double[] atZero, double[] atOne, StageRun<LineLosses> run) {
    LineLosses found = run.from().orElseGet(() -> new LineLosses(List.of(), List.of()));
    while (found.test.size() < POINTS) {
      run.progress().accept((double) found.test.size() / POINTS);
      double alpha = alpha(found.test.size());
      double[] point = new double[atZero.length];
      for (int k = 0; k < point.length; k++) {
        point[k] = (1 - alpha) * atZero[k] + alpha * atOne[k];
      }
      LineLosses next =
          new LineLosses(and(found.test, test.value(point)), and(found.train, train.value(point)));
      found = next;
      run.offer().accept(() -> next);
    }
    return found;
  }

  private static List<Double> and(List<Double> values, double value) {
    List<Double> more = new ArrayList<>(values);
    more.add(value);
    return more;
  }
}
