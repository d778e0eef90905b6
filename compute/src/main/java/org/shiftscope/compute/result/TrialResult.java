package org.shiftscope.compute.result;

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
        LearntNothing,
        Diverged {

  /** How it ended. */
  Outcome outcome();

  /** What happened, and what to do about it if anything, in a sentence. */
  String sentence();

  /** Where and how it was computed. */
  Execution execution();
}
