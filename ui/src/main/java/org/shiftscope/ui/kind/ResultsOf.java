package org.shiftscope.ui.kind;

import java.util.List;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * The results that count: the same that findings are made of.
 *
 * @param all in the order of the trials
 */
public record ResultsOf<R>(List<Counted<R>> all) {

  public ResultsOf {
    all = List.copyOf(all);
  }

  /** A result with where it stands. */
  public record Counted<R>(double temperature, R result) {}

  /** The results of one type. */
  public static <R extends TrialResult> ResultsOf<R> of(
      Results results, Class<R> type, ExperimentSpec spec) {
    return new ResultsOf<>(
        results.counted().stream()
            .filter(trial -> trial.result().filter(type::isInstance).isPresent())
            .map(
                trial ->
                    new Counted<>(
                        spec.temperatureOf(trial.number()),
                        type.cast(trial.result().orElseThrow())))
            .toList());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those at one temperature. */
  public List<R> at(double temperature) {
    return all.stream()
        .filter(found -> found.temperature() == temperature)
        .map(Counted::result)
        .toList();
  }
}
