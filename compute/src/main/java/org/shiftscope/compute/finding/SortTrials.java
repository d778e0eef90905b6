package org.shiftscope.compute.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.CountedTrials.AtTemperature;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.CountedTrials.Remarked;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.LearntNothing;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * Sorts the trials of an experiment: which count, and what is to be said of others.
 *
 * @param spec the experiment
 * @param type of the results that hold numbers
 * @param judge what there is to say of such a result
 */
public record SortTrials<R extends TrialResult>(
    ExperimentSpec spec, Class<R> type, Function<R, Set<Remark>> judge) {

  /**
   * Sorts.
   *
   * @param results by the trial's number, of those trials that have one
   * @param include which are wanted; those left out by hand are remarked with or without a result
   */
  public Seen<R> sort(Map<Integer, ? extends TrialResult> results, Include include) {
    List<Judged> judged =
        IntStream.range(0, spec.trialCount())
            .mapToObj(trial -> judge(trial, results.get(trial), include))
            .toList();
    List<Place> counted = new ArrayList<>();
    List<R> found = new ArrayList<>();
    for (Judged trial : judged) {
      TrialResult result = results.get(trial.place().trial());
      if (type.isInstance(result) && trial.remarks().stream().allMatch(include::takes)) {
        counted.add(trial.place());
        found.add(type.cast(result));
      }
    }
    Set<Integer> numbers = counted.stream().map(Place::trial).collect(Collectors.toSet());
    List<Remarked> remarks = remarked(judged);
    var trials =
        new CountedTrials(
            spec.trialCount(),
            results.size(),
            counted,
            remarks,
            temperatures(judged, results.keySet(), numbers),
            SayTrials.of(spec.trialCount(), remarks, include));
    return new Seen<>(trials, found, RandomStreams.of(spec.seedOf(0)).split("findings"));
  }

  /** Of a trial that is left out by hand nothing else is said, so that none is told twice. */
  private Judged judge(int trial, @Nullable TrialResult result, Include include) {
    return new Judged(
        place(trial),
        include.without().contains(trial) ? EnumSet.of(Remark.LEFT_OUT) : remarks(result));
  }

  private Place place(int trial) {
    return new Place(trial, spec.temperatureOf(trial), spec.seedOf(trial), spec.splitOf(trial));
  }

  private Set<Remark> remarks(@Nullable TrialResult result) {
    return switch (result) {
      case null -> EnumSet.noneOf(Remark.class);
      case LearntNothing _ -> EnumSet.of(Remark.LEARNT_NOTHING);
      case Diverged(String sentence, _, _) ->
          EnumSet.of(
              sentence.startsWith(LearntNothing.BEGINNING)
                  ? Remark.LEARNT_NOTHING
                  : Remark.DIVERGED);
      default -> type.isInstance(result) ? judge.apply(type.cast(result)) : Set.of();
    };
  }

  private static List<Remarked> remarked(Collection<Judged> trials) {
    return Stream.of(Remark.values())
        .map(remark -> new Remarked(remark, numbers(trials, remark)))
        .filter(remarked -> !remarked.trials().isEmpty())
        .toList();
  }

  private static List<Integer> numbers(Collection<Judged> trials, Remark remark) {
    return trials.stream()
        .filter(trial -> trial.remarks().contains(remark))
        .map(trial -> trial.place().trial())
        .toList();
  }

  private static List<AtTemperature> temperatures(
      List<Judged> judged, Set<Integer> ended, Set<Integer> counted) {
    Map<Double, List<Judged>> by =
        judged.stream()
            .collect(
                Collectors.groupingBy(
                    trial -> trial.place().temperature(), TreeMap::new, Collectors.toList()));
    return by.entrySet().stream()
        .map(
            at ->
                new AtTemperature(
                    at.getKey(),
                    at.getValue().size(),
                    within(at.getValue(), ended),
                    within(at.getValue(), counted),
                    remarked(at.getValue())))
        .toList();
  }

  private static int within(List<Judged> trials, Set<Integer> numbers) {
    return (int) trials.stream().filter(trial -> numbers.contains(trial.place().trial())).count();
  }

  private record Judged(Place place, Set<Remark> remarks) {}
}
