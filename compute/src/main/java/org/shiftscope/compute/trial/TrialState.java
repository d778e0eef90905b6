package org.shiftscope.compute.trial;

import java.util.Optional;
import org.shiftscope.compute.descent.DescentState;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.descent.SgdState;
import org.shiftscope.compute.line.LineState;
import org.shiftscope.compute.steadystate.ChainState;

/**
 * What a checkpoint holds: the stage in which a trial is, how far it is there, and the points that
 * it has reached. {@link CheckpointBytes} writes any tree of records, so a new kind of state needs
 * no more than its record.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
sealed interface TrialState {

  /** In SGD. */
  record Training(SgdState sgd) implements TrialState {}

  /**
   * In the refinement to the train point.
   *
   * @param end θ at the end of SGD, then the running statistics of its batch norms, shape [d + b]
   */
  record ToTrainPoint(double[] end, DescentState descent) implements TrialState {}

  /** In the refinement to the test point. */
  record ToTestPoint(double[] end, Refined train, DescentState descent) implements TrialState {}

  /** On the line, or after it. */
  record OnLine(double[] end, Refined train, Refined test, LineState line) implements TrialState {}

  /** Between two windows of a steady state. */
  record BetweenWindows(ChainState chain) implements TrialState {}

  /** The end of SGD, where it was reached. */
  static Optional<double[]> end(TrialState state) {
    return switch (state) {
      case Training _, BetweenWindows _ -> Optional.empty();
      case ToTrainPoint refining -> Optional.of(refining.end());
      case ToTestPoint refining -> Optional.of(refining.end());
      case OnLine line -> Optional.of(line.end());
    };
  }

  /** The train point, where it was reached. */
  static Optional<Refined> train(TrialState state) {
    return switch (state) {
      case Training _, BetweenWindows _ -> Optional.empty();
      case ToTrainPoint _ -> Optional.empty();
      case ToTestPoint refining -> Optional.of(refining.train());
      case OnLine line -> Optional.of(line.train());
    };
  }

  /** The test point, where it was reached. */
  static Optional<Refined> test(TrialState state) {
    return state instanceof OnLine line ? Optional.of(line.test()) : Optional.empty();
  }
}
