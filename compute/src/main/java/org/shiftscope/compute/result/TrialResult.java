package org.shiftscope.compute.result;

import java.util.List;

/** What one trial found. */
public sealed interface TrialResult
    permits ShiftMeasurement,
        DecompositionMeasurement,
        LandscapeSimulation,
        SteadyStateMeasurement,
        CurlMeasurement,
        CurrentMeasurement,
        DiffusionMeasurement,
        OverparametrizedMeasurement,
        InvarianceMeasurement,
        FirstStageMeasurement,
        TwoStageMeasurement,
        LearntNothing,
        Diverged {

  /** How it ended. */
  Outcome outcome();

  /** What happened, and what to do about it if anything, in a sentence. */
  String sentence();

  /** Where and how it was computed. */
  Execution execution();

  /** The points that were judged whether they are minima; none where there is none. */
  default List<CertifiedPoint> certified() {
    return List.of();
  }
}
