package org.shiftscope.compute.kind.invariance;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.InvarianceFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Invariance;
import org.shiftscope.compute.spec.LandscapeSubject;
import org.shiftscope.compute.spec.TrialSubject;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;

/**
 * Invariance under a change of coordinates. Each subject does the rest by itself.
 *
 * @param spec the experiment
 */
public record InvarianceKind(Invariance spec) implements Kind {

  @Override
  public String aim() {
    return "The terms of Eqs 3 and 4 of Bradley et al. (2021) were computed anew in other"
        + " coordinates";
  }

  @Override
  public TrialResult run(TrialContext context) {
    var stages = context.stages(spec, costs(context.trial()));
    try (stages) {
      return switch (spec.subject()) {
        case TrialSubject trial ->
            new TrialInvariance(trial, spec.tolerance(), context, stages).run();
        case LandscapeSubject landscape -> of(landscape).run(stages, context.execution());
      };
    }
  }

  @Override
  public List<StageCost> costs(int trial) {
    return switch (spec.subject()) {
      case TrialSubject subject -> new CostTrialInvariance(subject).stages();
      case LandscapeSubject landscape -> of(landscape).stages();
    };
  }

  @Override
  public TrialMemory memory() {
    return switch (spec.subject()) {
      case TrialSubject subject -> new CostTrialInvariance(subject).memory();
      case LandscapeSubject landscape -> of(landscape).memory();
    };
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    return switch (spec.subject()) {
      case TrialSubject subject -> new CostTrialInvariance(subject).time(folder, nanoTime);
      case LandscapeSubject landscape -> of(landscape).time(nanoTime);
    };
  }

  private LandscapeInvariance of(LandscapeSubject landscape) {
    return new LandscapeInvariance(landscape, spec.tolerance());
  }

  @Override
  public InvarianceFindings findings(Map<Integer, ? extends TrialResult> results, Include include) {
    return FindInvariance.of(spec, results, include);
  }
}
