package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Component;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.Backend;
import org.shiftscope.ui.chart.MeasuredTrial;
import org.shiftscope.ui.experiment.Selection.Tab;

/** How a temperature sweep shows its results. Only the visible panel is brought up to date. */
final class SweepPanels implements ResultPanels {

  private static final List<TrialColumn> MEASURED =
      List.of(
          TrialColumn.of(ShiftMeasurement.class, "‖s‖", ShiftMeasurement::shiftNorm),
          TrialColumn.of(
              ShiftMeasurement.class, "κ_te / ‖s‖²", result -> result.testFit().curvature()),
          TrialColumn.of(ShiftMeasurement.class, "½ κ_te", result -> result.testFit().halfKappa()),
          TrialColumn.of(ShiftMeasurement.class, "gᵀs", result -> result.testFit().slope()),
          TrialColumn.of(
              ShiftMeasurement.class, "L_te(θ_tr)", result -> result.eq3().testLossAtTrainPoint()));

  private final TemperatureSweep sweep;
  private final TrendsPanel trends;
  private final Eq3Panel eq3;
  private final TrialPanel trial;
  private final TrialsPanel trials;

  SweepPanels(TemperatureSweep sweep, Backend backend, Consumer<Selection> choose) {
    this.sweep = sweep;
    trends = new TrendsPanel(sweep, choose);
    eq3 = new Eq3Panel(choose);
    trial = new TrialPanel(sweep, choose);
    trials = new TrialsPanel(sweep, MEASURED, backend.clock(), choose);
  }

  @Override
  public Map<Tab, Component> panels() {
    Map<Tab, Component> panels = new EnumMap<>(Tab.class);
    panels.put(Tab.TRENDS, trends);
    panels.put(Tab.EQ3, eq3);
    panels.put(Tab.TRIAL, trial);
    panels.put(Tab.TRIALS, trials);
    return panels;
  }

  @Override
  public void show(Snapshot snapshot, Selection selection) {
    switch (selection.tab()) {
      case TRENDS -> trends.show(snapshot, measured(snapshot));
      case EQ3 -> eq3.show(snapshot, measured(snapshot), selection);
      case TRIAL -> trial.show(snapshot, selection);
      case TRIALS -> trials.show(snapshot, selection);
      case FIGURES, SPEC -> {}
    }
  }

  private List<MeasuredTrial> measured(Snapshot snapshot) {
    return MeasuredTrial.of(sweep, snapshot.trials());
  }
}
