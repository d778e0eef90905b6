package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.function.Consumer;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.Backend;

/** How one kind of experiment shows its results, a panel for each tab but the spec's. */
interface ResultPanels {

  /** The panels for a spec's kind; {@code choose} is called where a person chooses something. */
  static ResultPanels of(ExperimentSpec spec, Backend backend, Consumer<Selection> choose) {
    return switch (spec) {
      case TemperatureSweep sweep -> new SweepPanels(sweep, backend, choose);
      case Landscape landscape ->
          new FigurePanels(landscape, LandscapeColumns.all(), backend, choose);
      case AssumptionCheck check ->
          new FigurePanels(check, DiffusionColumns.ofAssumption(check), backend, choose);
      case DiffusionAccuracy accuracy ->
          new FigurePanels(accuracy, DiffusionColumns.OF_ACCURACY, backend, choose);
      case OverparametrizedShift shift ->
          new FigurePanels(shift, DiffusionColumns.OF_OVERPARAMETRIZED, backend, choose);
      case SteadyState steady -> new FigurePanels(steady, SteadyStateColumns.ALL, backend, choose);
    };
  }

  /** The panels by tab, all of them attached, at most one visible. */
  Map<Selection.Tab, Component> panels();

  /** Shows what is there; called for every change of results, progress or selection. */
  void show(Snapshot snapshot, Selection selection);
}
