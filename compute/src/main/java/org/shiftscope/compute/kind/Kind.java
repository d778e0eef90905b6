package org.shiftscope.compute.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.assumption.AssumptionKind;
import org.shiftscope.compute.kind.decomposition.DecompositionKind;
import org.shiftscope.compute.kind.diffusion.DiffusionKind;
import org.shiftscope.compute.kind.invariance.InvarianceKind;
import org.shiftscope.compute.kind.landscape.LandscapeKind;
import org.shiftscope.compute.kind.overparametrized.OverparametrizedKind;
import org.shiftscope.compute.kind.resampling.ResamplingKind;
import org.shiftscope.compute.kind.steadystate.SteadyStateKind;
import org.shiftscope.compute.kind.sweep.SweepKind;
import org.shiftscope.compute.kind.twostage.TwoStageKind;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.Theory;
import org.shiftscope.compute.result.TimedTrend;
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
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;

/**
 * What an experiment of one kind does. This is the one place of {@code compute} that names all
 * kinds, as {@code KindPage} is that of the pages: what differs between kinds is behind it, and
 * nothing else asks which kind it has.
 */
public interface Kind {

  /** The kind of a spec. */
  static Kind of(ExperimentSpec spec) {
    return switch (spec) {
      case TemperatureSweep sweep -> new SweepKind(sweep);
      case Landscape landscape -> new LandscapeKind(landscape);
      case AssumptionCheck check -> new AssumptionKind(check);
      case LossDecomposition decomposition -> new DecompositionKind(decomposition);
      case DiffusionAccuracy accuracy -> new DiffusionKind(accuracy);
      case OverparametrizedShift shift -> new OverparametrizedKind(shift);
      case Resampling resampling -> new ResamplingKind(resampling);
      case Invariance invariance -> new InvarianceKind(invariance);
      case TwoStage stages -> new TwoStageKind(stages);
      case SteadyState steady -> new SteadyStateKind(steady);
    };
  }

  /** What an experiment of it does, a main clause for a paper's methods, without a full stop. */
  default String aim() {
    return "An experiment was run";
  }

  /** Runs a trial, as {@link RunTrial} tells. */
  TrialResult run(TrialContext context);

  /**
   * The stages of a trial in their order, and what each is expected to cost: the one source of the
   * progress's weights and, with {@link #time}, of the estimate.
   */
  List<StageCost> costs(int trial);

  /** Expected cost of a trial in gradients of one sample, above 0. */
  default double cost(int trial) {
    return costs(trial).stream().mapToDouble(StageCost::gradients).sum();
  }

  /** Passes over the train samples by a trial's SGD; 0 where none runs. */
  default double epochs(int trial) {
    return 0;
  }

  /** What a trial needs, told without allocating any of it. */
  TrialMemory memory();

  /**
   * Times the kind's steps for about a second.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   * @throws org.shiftscope.compute.data.DatasetUnavailable where the dataset cannot be read
   */
  Timing time(DataFolder folder, LongSupplier nanoTime);

  /**
   * What theory says of it.
   *
   * @param temperature the temperature T that is looked at, above 0, for what is drawn at one
   *     temperature; where empty, the spec's first
   * @return empty for kinds that only an experiment can tell
   */
  default Optional<? extends Theory> theory(OptionalDouble temperature) {
    return Optional.empty();
  }

  /**
   * What was found over the trials. The same spec and results give the same bits: resamples are
   * drawn from a stream of the spec's first seed.
   *
   * @param results by the trial's number, of those trials that have one; may be empty
   */
  Findings findings(Map<Integer, ? extends TrialResult> results, Include include);

  /**
   * The quantities in which experiments are compared at equal T: the trends of the findings, with
   * the flow time where one was measured at several.
   *
   * @param findings of an experiment of this kind
   */
  default List<TimedTrend> timedTrends(Findings findings) {
    return findings.trends().stream()
        .map(trend -> new TimedTrend(Optional.empty(), trend))
        .toList();
  }

  /**
   * What the trials hold for or against the paper's claims: verdicts are made of it on a page of
   * several experiments. A pure function as {@link #findings} is.
   *
   * @return empty where there is no trial yet, for kinds that no claim is judged by, and where
   *     noise was added to SGD's gradients, of which the paper claims nothing
   */
  default List<ClaimEvidence> claims(Map<Integer, ? extends TrialResult> results, Include include) {
    return List.of();
  }

  /**
   * The parameters of a trial as arrays with their names in PyTorch.
   *
   * @param point its parameters, then the running statistics of its batch norms, shape [d + b], not
   *     modified; of the iterates of a window one after the other, which become arrays with one
   *     dimension more
   */
  default List<NamedArray> arrays(double[] point) {
    throw new IllegalArgumentException("A trial of this kind keeps no parameters");
  }
}
