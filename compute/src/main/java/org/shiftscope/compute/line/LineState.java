package org.shiftscope.compute.line;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.network.DatasetLoss.Evaluation;

/**
 * A line between two of its points: what was found so far, in the order of the grid. All arrays
 * have the shape [points done].
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LineState(
    double[] trainLoss, double[] trainAccuracy, double[] testLoss, double[] testAccuracy) {

  static LineState of(Evaluation[] onTrain, Evaluation[] onTest, int done) {
    return new LineState(
        numbers(onTrain, done, Evaluation::loss),
        numbers(onTrain, done, Evaluation::accuracy),
        numbers(onTest, done, Evaluation::loss),
        numbers(onTest, done, Evaluation::accuracy));
  }

  private static double[] numbers(
      Evaluation[] evaluations, int done, ToDoubleFunction<Evaluation> number) {
    return Arrays.stream(evaluations).limit(done).mapToDouble(number).toArray();
  }

  /** Puts the points back where they were; both arrays are modified. Returns how many there are. */
  int putBack(Evaluation[] onTrain, Evaluation[] onTest) {
    for (int i = 0; i < trainLoss.length; i++) {
      onTrain[i] = new Evaluation(trainLoss[i], trainAccuracy[i]);
      onTest[i] = new Evaluation(testLoss[i], testAccuracy[i]);
    }
    return trainLoss.length;
  }
}
