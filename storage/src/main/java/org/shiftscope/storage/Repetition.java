package org.shiftscope.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shiftscope.compute.reproduction.CompareRepeat;
import org.shiftscope.compute.reproduction.RepeatedTrial;
import org.shiftscope.compute.reproduction.RepeatedTrial.Verdict;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * How the numbers of an experiment stand to those of the experiment that it runs again.
 *
 * @param repeated the experiment that is run again
 * @param trials of each trial, in order; none where that experiment is gone
 */
public record Repetition(ExperimentId repeated, List<RepeatedTrial> trials) {

  public Repetition {
    trials = List.copyOf(trials);
  }

  /** The numbers as they stand now; empty where an experiment runs none again. */
  public static Optional<Repetition> of(Experiments experiments, ExperimentId id) {
    return experiments
        .repeats(id)
        .map(
            repeated ->
                new Repetition(
                    repeated,
                    experiments
                        .spec(id.value())
                        .map(spec -> compared(experiments, spec, repeated, id))
                        .orElse(List.of())));
  }

  private static List<RepeatedTrial> compared(
      Experiments experiments, ExperimentSpec spec, ExperimentId before, ExperimentId again) {
    if (experiments.summary(before).isEmpty()) {
      return List.of();
    }
    List<Integer> all = IntStream.range(0, spec.trialCount()).boxed().toList();
    Map<Integer, Document<TrialResult>> first = experiments.results(before, all);
    Map<Integer, Document<TrialResult>> second = experiments.results(again, all);
    return all.stream()
        .map(trial -> CompareRepeat.of(spec, trial, in(first, trial), in(second, trial)))
        .toList();
  }

  private static Optional<TrialResult> in(Map<Integer, Document<TrialResult>> results, int trial) {
    return Optional.ofNullable(results.get(trial)).flatMap(Document::content);
  }

  /** All of it in a sentence. */
  public String sentence() {
    if (trials.isEmpty()) {
      return "Experiment " + repeated + " is gone, so there is nothing to compare with.";
    }
    String counts =
        Arrays.stream(Verdict.values())
            .filter(verdict -> count(verdict) > 0)
            .map(verdict -> count(verdict) + " " + words(verdict))
            .collect(Collectors.joining(", "));
    return "Of " + trials.size() + (trials.size() == 1 ? " trial: " : " trials: ") + counts + ".";
  }

  private long count(Verdict verdict) {
    return trials.stream().filter(trial -> trial.verdict() == verdict).count();
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case IDENTICAL -> "identical to the last bit";
      case WITHIN_TOLERANCE -> "within tolerance";
      case DIFFERENT -> "different";
      case OPEN -> "without a result to compare";
    };
  }
}
