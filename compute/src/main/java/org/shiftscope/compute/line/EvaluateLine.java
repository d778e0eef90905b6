package org.shiftscope.compute.line;

import java.util.Arrays;
import org.shiftscope.compute.descent.Course;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.DatasetLoss.Evaluation;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.spec.LineSpec;

/** The losses and accuracies at θ(α) = θ_tr + α (θ_te − θ_tr), on the whole grid. */
public final class EvaluateLine {

  private EvaluateLine() {}

  /** The two losses along a line. */
  public record Losses(DatasetLoss train, DatasetLoss test) {}

  /**
   * Evaluates.
   *
   * @param train θ_tr, shape [d], not modified
   * @param test θ_te, shape [d], not modified
   * @param course hears the share that is done
   */
  public static Line evaluate(
      LineSpec spec, Losses losses, double[] train, double[] test, Course<LineState> course) {
    double[] alphas = spec.alphas();
    Evaluation[] onTrain = new Evaluation[alphas.length];
    Evaluation[] onTest = new Evaluation[alphas.length];
    int first = course.from().map(state -> state.putBack(onTrain, onTest)).orElse(0);
    course.progress().accept((double) first / alphas.length);
    for (int i = first; i < alphas.length; i++) {
      double[] theta = pointAt(alphas[i], train, test);
      onTrain[i] = losses.train().evaluate(theta);
      onTest[i] = losses.test().evaluate(theta);
      course.progress().accept((i + 1.0) / alphas.length);
      int done = i + 1;
      course.offer().accept(() -> LineState.of(onTrain, onTest, done));
    }
    return new Line(
        Series.of(alphas),
        losses(onTrain),
        losses(onTest),
        accuracies(onTrain),
        accuracies(onTest));
  }

  /** Exactly the two points at α = 0 and 1, which rounding would miss. */
  private static double[] pointAt(double alpha, double[] train, double[] test) {
    if (alpha == 1) {
      return test;
    }
    double[] theta = new double[train.length];
    Arrays.setAll(theta, i -> train[i] + alpha * (test[i] - train[i]));
    return theta;
  }

  private static Series losses(Evaluation[] evaluations) {
    return Series.of(Arrays.stream(evaluations).mapToDouble(Evaluation::loss).toArray());
  }

  private static Series accuracies(Evaluation[] evaluations) {
    return Series.of(Arrays.stream(evaluations).mapToDouble(Evaluation::accuracy).toArray());
  }
}
