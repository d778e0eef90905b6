package org.shiftscope.server.rest;

import java.time.Duration;
import java.util.List;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;

/**
 * Findings over the trials that a request wants. Of n trials there are 2^n sets that can be left
 * out by hand, each with findings of its own: those are computed one after another, so that who
 * asks for many costs one core.
 */
final class FindIncluded {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Experiments experiments;
  final AnswerInTurn turns =
      new AnswerInTurn("findings-without", LONGEST, "Ask for it with all of its trials.");

  FindIncluded(Experiments experiments) {
    this.experiments = experiments;
  }

  /** Says of a route that it may have to be asked again. */
  static RouteDescription describe(RouteDescription route) {
    return ReadInclude.describe(route)
        .withHeader(429, "Retry-After", "Seconds")
        .refuses(ProblemType.BUSY, "Others are answered without some trials.");
  }

  /** As the experiment stands now. */
  Findings of(Experiment experiment, ExperimentSpec spec, Include include) {
    return include.without().isEmpty()
        ? experiments.findings().of(experiment.summary(), spec, include)
        : of(experiment, spec, experiments.trials(experiment.id()), include);
  }

  /** {@code trials}: all of it, read before, since a turn that is over must not stop a reading. */
  Findings of(Experiment experiment, ExperimentSpec spec, List<Trial> trials, Include include) {
    return include.without().isEmpty()
        ? experiments.findings().of(experiment.id(), spec, trials, include)
        : turns.answer(
            RestApi.PATIENCE,
            () -> experiments.findings().of(experiment.id(), spec, trials, include));
  }
}
