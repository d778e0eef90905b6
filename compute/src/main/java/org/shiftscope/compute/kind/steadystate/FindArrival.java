package org.shiftscope.compute.kind.steadystate;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateFindings.Arrival;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.statistics.Spread;

/** Finds the mean course of the fluctuation-dissipation ratios over trials. */
final class FindArrival {

  private FindArrival() {}

  static Arrival of(List<SteadyStateMeasurement> trials) {
    Series time = trials.isEmpty() ? Series.of() : trials.getFirst().fluctuation().flowTime();
    List<Spread> first = windows(trials, time, trial -> trial.fluctuation().first());
    List<Spread> second = windows(trials, time, trial -> trial.fluctuation().second());
    return new Arrival(time, means(first), errors(first), means(second), errors(second));
  }

  private static List<Spread> windows(
      List<SteadyStateMeasurement> trials,
      Series time,
      Function<SteadyStateMeasurement, Series> ratio) {
    return IntStream.range(0, time.size())
        .mapToObj(
            window ->
                Spread.of(
                    trials.stream().mapToDouble(trial -> ratio.apply(trial).get(window)).toArray()))
        .toList();
  }

  private static Series means(List<Spread> windows) {
    return new Series(windows.stream().map(Spread::mean).toList());
  }

  private static Series errors(List<Spread> windows) {
    return new Series(windows.stream().map(Spread::error).toList());
  }
}
