package org.shiftscope.ui.kind;

import java.util.List;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Invariance;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.kind.assumption.AssumptionPage;
import org.shiftscope.ui.kind.decomposition.DecompositionPage;
import org.shiftscope.ui.kind.diffusion.DiffusionPage;
import org.shiftscope.ui.kind.invariance.InvariancePage;
import org.shiftscope.ui.kind.landscape.LandscapePage;
import org.shiftscope.ui.kind.overparametrized.OverparametrizedPage;
import org.shiftscope.ui.kind.resampling.ResamplingPage;
import org.shiftscope.ui.kind.steadystate.SteadyStatePage;
import org.shiftscope.ui.kind.sweep.SweepPage;
import org.shiftscope.ui.kind.twostage.TwoStagePage;

/**
 * An experiment of one kind as pages say, ask for and show it. This is the one place of the pages
 * that names all kinds: what differs between kinds is here, and nothing else asks which kind it
 * has.
 */
public interface KindPage {

  /** The page of a spec's kind. */
  static KindPage of(ExperimentSpec spec) {
    return switch (spec) {
      case TemperatureSweep sweep -> new SweepPage(sweep);
      case Landscape landscape -> new LandscapePage(landscape);
      case AssumptionCheck check -> new AssumptionPage(check);
      case LossDecomposition decomposition -> new DecompositionPage(decomposition);
      case DiffusionAccuracy accuracy -> new DiffusionPage(accuracy);
      case OverparametrizedShift shift -> new OverparametrizedPage(shift);
      case Resampling resampling -> new ResamplingPage(resampling);
      case Invariance invariance -> new InvariancePage(invariance);
      case TwoStage stages -> new TwoStagePage(stages);
      case SteadyState steady -> new SteadyStatePage(steady);
    };
  }

  /** What pages say of it. */
  KindWords words();

  /** The fields that ask for it, in sections, those that decide over others first. */
  List<FieldSection> sections();

  /** The numbers that a trial of it has. */
  List<TrialColumn> columns();

  /** Its figures by tab, the first of them first seen. */
  List<FigureTab> tabs();

  /** The figures of one trial; none where those of the experiment show it. */
  default List<Figure> figures(TrialResult result) {
    return List.of();
  }

  /** Whether its trials have points that are judged whether they are minima. */
  default boolean certifies() {
    return false;
  }

  /** The numbers of one trial, in tables. */
  default List<NumberTable> numbers(TrialResult result) {
    return List.of(NumberTable.of(columns(), result));
  }
}
