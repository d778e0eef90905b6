package org.shiftscope.storage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.shiftscope.compute.claim.HeldEvidence;
import org.shiftscope.compute.claim.JudgeClaims;
import org.shiftscope.compute.comparison.ComparedExperiment;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * What experiments found over their trials, and hold for or against the claims. Both depend on spec
 * and results alone, and a result that is there stays: so those of an experiment are kept until it
 * has more results. Safe for use by many threads; those that ask for the same at once wait for one
 * computation.
 */
public final class FindFindings {

  private static final int MOST_KEPT = 64;
  private static final int MOST_KEPT_WITHOUT_SOME = 16;

  private final Experiments experiments;
  private final KeepFound<Findings> findings = new KeepFound<>(MOST_KEPT);
  private final KeepFound<List<ClaimEvidence>> evidence = new KeepFound<>(MOST_KEPT);

  /** Without trials that a person leaves out: sets without end, which crowd out no others. */
  private final KeepFound<Findings> withoutSome = new KeepFound<>(MOST_KEPT_WITHOUT_SOME);

  FindFindings(Experiments experiments) {
    this.experiments = experiments;
  }

  /**
   * The findings of an experiment as it stands now, before its first result too. Results are read
   * only where the tally counts more of them than what is kept was made of.
   *
   * @param spec its spec
   */
  public Findings of(ExperimentSummary experiment, ExperimentSpec spec, Include include) {
    return kept(include)
        .over(finished(experiment), experiment.id(), include)
        .orElseGet(() -> of(experiment.id(), spec, experiments.trials(experiment.id()), include));
  }

  /**
   * The findings over trials that were read before.
   *
   * @param trials all of the experiment, those without a result too
   */
  public Findings of(
      ExperimentId experiment, ExperimentSpec spec, List<Trial> trials, Include include) {
    return keep(kept(include), experiment, trials, include, Kind.of(spec)::findings);
  }

  /**
   * The verdicts on the claims by experiments together, as they stand now.
   *
   * @param specs each with its spec, which can be read
   */
  public JudgedClaims claims(Map<ExperimentSummary, ExperimentSpec> specs, Include include) {
    return JudgeClaims.of(
        specs.entrySet().stream()
            .map(
                each ->
                    new HeldEvidence(
                        each.getKey().id().value(),
                        each.getKey().title(),
                        evidence(each.getKey(), each.getValue(), include)))
            .toList());
  }

  /**
   * Experiments with their findings as they stand now, to be compared.
   *
   * @param specs each with its spec, which can be read
   */
  public List<ComparedExperiment> compared(
      Map<ExperimentSummary, ExperimentSpec> specs, Include include) {
    return specs.entrySet().stream()
        .map(
            each ->
                new ComparedExperiment(
                    each.getKey().id().value(),
                    each.getKey().title(),
                    each.getValue(),
                    of(each.getKey(), each.getValue(), include)))
        .toList();
  }

  private KeepFound<Findings> kept(Include include) {
    return include.without().isEmpty() ? findings : withoutSome;
  }

  private List<ClaimEvidence> evidence(
      ExperimentSummary experiment, ExperimentSpec spec, Include include) {
    ExperimentId id = experiment.id();
    return evidence
        .over(finished(experiment), id, include)
        .orElseGet(
            () -> keep(evidence, id, experiments.trials(id), include, Kind.of(spec)::claims));
  }

  private static int finished(ExperimentSummary experiment) {
    return experiment.outcomes().values().stream().mapToInt(count -> count).sum();
  }

  private static <T> T keep(
      KeepFound<T> found,
      ExperimentId experiment,
      List<Trial> trials,
      Include include,
      BiFunction<Map<Integer, TrialResult>, Include, T> compute) {
    int read = (int) trials.stream().filter(trial -> trial.document().isPresent()).count();
    return found.keep(read, experiment, include, () -> compute.apply(results(trials), include));
  }

  private static Map<Integer, TrialResult> results(List<Trial> trials) {
    Map<Integer, TrialResult> results = new TreeMap<>();
    trials.forEach(
        trial -> trial.result().ifPresent(result -> results.put(trial.number(), result)));
    return results;
  }
}
