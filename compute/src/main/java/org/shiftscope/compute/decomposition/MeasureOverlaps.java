package org.shiftscope.compute.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.stage.StageRun;

/**
 * Measures {@link Overlaps}: one product with the Hessian for each of the n + 2 directions, some at
 * once, then one loss for each iterate. Each product is used for a row of scalars and dropped, so
 * that neither a covariance matrix nor a product is kept; about 2.1 to 3 + 0.4 gradients for each
 * iterate.
 */
public final class MeasureOverlaps {

  /** Products at once, which share their passes through the samples. */
  public static final int AT_ONCE = 8;

  /** Gradients that a product takes, and that a loss takes: for the progress. */
  private static final double PRODUCT = 2.2;

  private static final double LOSS = 0.4;

  private final CurvedObjective loss;
  private final Window window;
  private final StageRun<State> run;
  private final Window.Directions directions;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Double> losses = new ArrayList<>();

  private MeasureOverlaps(CurvedObjective loss, Window window, StageRun<State> run) {
    this.loss = loss;
    this.window = window;
    this.run = run;
    directions = window.new Directions();
    run.from()
        .ifPresent(
            state -> {
              rows.addAll(state.rows());
              losses.addAll(state.losses());
            });
  }

  /**
   * Measures.
   *
   * @param loss the test loss, with or without an L2 term: every number is of it alone
   * @param run hears the share that is done; goes on between two groups of products, and two losses
   */
  public static Overlaps of(CurvedObjective loss, Window window, StageRun<State> run) {
    var measure = new MeasureOverlaps(loss, window, run);
    measure.products();
    measure.losses();
    return measure.overlaps();
  }

  private void products() {
    hear();
    while (rows.size() < window.directions()) {
      int first = rows.size();
      int end = Math.min(first + AT_ONCE, window.directions());
      List<double[]> products = loss.hessianTimes(window.test(), directions.between(first, end));
      for (double[] product : products) {
        rows.add(overlaps(product, rows.size() + 1));
      }
      offer();
    }
  }

  private void losses() {
    for (int i = losses.size(); i < window.iterates().size(); i++) {
      losses.add(loss.value(window.iterates().get(i)));
      offer();
    }
  }

  private Overlaps overlaps() {
    double[] gradient = new double[window.test().length];
    double atTest = loss.valueAndGradient(window.test(), gradient);
    return new Overlaps(
        atTest,
        loss.value(window.mean()),
        overlaps(gradient, window.directions()),
        rows,
        losses.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** vᵀD for the first directions. */
  private double[] overlaps(double[] v, int count) {
    return IntStream.range(0, count).mapToDouble(i -> directions.times(v, i)).toArray();
  }

  private void offer() {
    hear();
    run.offer().accept(() -> new State(List.copyOf(rows), List.copyOf(losses)));
  }

  private void hear() {
    double all = PRODUCT * window.directions() + LOSS * window.iterates().size();
    run.progress().accept((PRODUCT * rows.size() + LOSS * losses.size()) / all);
  }

  /**
   * Between two groups of products, or two losses.
   *
   * @param rows of {@link Overlaps} so far
   * @param losses at iterates so far
   */
  public record State(List<double[]> rows, List<Double> losses) {}
}
