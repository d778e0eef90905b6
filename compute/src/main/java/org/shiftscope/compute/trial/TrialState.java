package org.shiftscope.compute.trial;

import java.util.Optional;
import org.shiftscope.compute.curvature.SpectraState;
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

  /**
   * In the eigenvalues and traces.
   *
   * @param line the whole line
   */
  record InSpectra(double[] end, Refined train, Refined test, LineState line, SpectraState spectra)
      implements TrialState {}

  /** The line as far as it came. */
  static Optional<LineState> line(TrialState state) {
    return switch (state) {
      case Training _, ToTrainPoint _, ToTestPoint _, BetweenWindows _ -> Optional.empty();
      case OnLine line -> Optional.of(line.line());
      case InSpectra spectra -> Optional.of(spectra.line());
    };
  }

  /** The eigenvalues and traces as far as they came. */
  static Optional<SpectraState> spectra(TrialState state) {
    return state instanceof InSpectra spectra ? Optional.of(spectra.spectra()) : Optional.empty();
  }

  /** Where SGD goes on. */
  static Optional<SgdState> sgd(TrialState state) {
    return state instanceof Training training ? Optional.of(training.sgd()) : Optional.empty();
  }

  /** Where the refinement to the train point goes on. */
  static Optional<DescentState> toTrain(TrialState state) {
    return state instanceof ToTrainPoint refining
        ? Optional.of(refining.descent())
        : Optional.empty();
  }

  /** Where the refinement to the test point goes on. */
  static Optional<DescentState> toTest(TrialState state) {
    return state instanceof ToTestPoint refining
        ? Optional.of(refining.descent())
        : Optional.empty();
  }

  /** The end of SGD, where it was reached. */
  static Optional<double[]> end(TrialState state) {
    return switch (state) {
      case Training _, BetweenWindows _ -> Optional.empty();
      case ToTrainPoint refining -> Optional.of(refining.end());
      case ToTestPoint refining -> Optional.of(refining.end());
      case OnLine line -> Optional.of(line.end());
      case InSpectra spectra -> Optional.of(spectra.end());
    };
  }

  /** The train point, where it was reached. */
  static Optional<Refined> train(TrialState state) {
    return switch (state) {
      case Training _, BetweenWindows _ -> Optional.empty();
      case ToTrainPoint _ -> Optional.empty();
      case ToTestPoint refining -> Optional.of(refining.train());
      case OnLine line -> Optional.of(line.train());
      case InSpectra spectra -> Optional.of(spectra.train());
    };
  }

  /** The test point, where it was reached. */
  static Optional<Refined> test(TrialState state) {
    return switch (state) {
      case Training _, ToTrainPoint _, ToTestPoint _, BetweenWindows _ -> Optional.empty();
      case OnLine line -> Optional.of(line.test());
      case InSpectra spectra -> Optional.of(spectra.test());
    };
  }
}
