package org.shiftscope.ui.kind;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.chart.Points.Origin;

/**
 * Quantities against the temperature as points of figures. All numbers are those of the findings,
 * which REST tells too: nothing is computed here.
 *
 * @param all every quantity of the findings; none in the live form
 * @param places of the trials that count, in the order of the trends' values
 * @param origins the same trials, as points name them
 */
public record Trends(List<TemperatureTrend> all, List<Place> places, List<Origin> origins) {

  /** What bars of means are. */
  public static final String OVER_SEEDS = "± one standard error of the mean over seeds";

  public Trends {
    all = List.copyOf(all);
    places = List.copyOf(places);
    origins = List.copyOf(origins);
  }

  /** Those of an experiment's findings. */
  public static Trends of(ExperimentSpec spec, Results results) {
    List<Place> places = results.sorted().map(CountedTrials::counted).orElse(List.of());
    var origins = new Origins(spec, results);
    return new Trends(
        results.findings().map(Findings::trends).orElse(List.of()),
        places,
        places.stream().map(place -> origins.of(place.trial())).toList());
  }

  /** Whether no trial counts. */
  public boolean isEmpty() {
    return places.isEmpty();
  }

  /** Those of the trials. Shape [counted]. */
  public Series temperatures() {
    return series(IntStream.range(0, places.size()), i -> places.get(i).temperature());
  }

  /**
   * A quantity by its id.
   *
   * @throws java.util.NoSuchElementException where the findings have none of it
   */
  public TemperatureTrend trend(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** One dot for each temperature: the mean of its trials, and that mean's standard error. */
  public Dots means(String id, String title, int colour) {
    return new Dots(title, colour, means(id, Mean::error, OVER_SEEDS));
  }

  /** The same points with other bars. */
  public Points means(String id, ToDoubleFunction<Mean> bar, String meaning) {
    List<Mean> means = trend(id).temperatures();
    return Points.at(
        series(means, Mean::temperature), series(means, Mean::mean), series(means, bar), meaning);
  }

  /** One point for each trial, with the trial's own error where it has one. */
  public Points trials(String id, String meaning) {
    return trials(id, meaning, _ -> true);
  }

  /** Those of some of the trials, by number. */
  public Points trials(String id, String meaning, IntPredicate some) {
    TemperatureTrend trend = trend(id);
    int[] chosen =
        IntStream.range(0, places.size()).filter(i -> some.test(places.get(i).trial())).toArray();
    Series x = series(IntStream.of(chosen), i -> places.get(i).temperature());
    Series y = series(IntStream.of(chosen), trend.values()::get);
    Points points =
        trend.errors().size() == 0
            ? Points.at(x, y)
            : Points.at(x, y, series(IntStream.of(chosen), trend.errors()::get), meaning);
    return points.of(IntStream.of(chosen).mapToObj(origins::get).toList());
  }

  private static Series series(List<Mean> means, ToDoubleFunction<Mean> number) {
    return Series.of(means.stream().mapToDouble(number).toArray());
  }

  private static Series series(IntStream places, IntToDoubleFunction number) {
    return Series.of(places.mapToDouble(number).toArray());
  }
}
