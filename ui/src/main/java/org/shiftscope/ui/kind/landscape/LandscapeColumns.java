package org.shiftscope.ui.kind.landscape;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.LandscapeSimulation;
import org.shiftscope.ui.kind.TrialColumn;

/** The columns of a landscape's trials. */
final class LandscapeColumns {

  static final List<TrialColumn> ALL =
      List.of(
          of("From Eq. 5", one -> one.fromSteadyState().distance()),
          of("± error", one -> one.fromSteadyState().error()),
          of("Perfect sample", one -> one.fromSteadyState().ofPerfectSample()),
          of("From Fokker–Planck", one -> one.fromFokkerPlanck().distance()),
          of("Not yet arrived", LandscapeSimulation::notYet),
          of("E[L_tr]", one -> one.trainLoss().walkers()),
          of("E[L_te]", one -> one.testLoss().walkers()),
          of("E[L_te], Eq. 5", one -> one.testLoss().steadyState()));

  private LandscapeColumns() {}

  private static TrialColumn of(String head, ToDoubleFunction<LandscapeSimulation> value) {
    return TrialColumn.of(LandscapeSimulation.class, head, value);
  }
}
