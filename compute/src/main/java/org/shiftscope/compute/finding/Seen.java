package org.shiftscope.compute.finding;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Series;

/**
 * The trials of an experiment as its findings see them.
 *
 * @param trials which count
 * @param results those of the counted trials, in their order
 * @param stream what resamples are drawn from
 */
public record Seen<R>(CountedTrials trials, List<R> results, RandomStreams stream) {

  /** The same trials, of whose results a part is looked at. */
  public <P> Seen<P> map(Function<R, P> part) {
    return new Seen<>(trials, results.stream().map(part).toList(), stream);
  }

  /** The same trials and results, whose resamples are drawn from a stream of their own. */
  public Seen<R> resampledBy(String name) {
    return new Seen<>(trials, results, stream.split(name));
  }

  /** Others in place of these: those of one comparison, with what sets them apart in it. */
  public Seen<R> of(List<Place> places, List<R> theirs) {
    return new Seen<>(
        new CountedTrials(
            trials.asked(),
            trials.ended(),
            places,
            trials.remarks(),
            trials.temperatures(),
            trials.sentence()),
        theirs,
        stream);
  }

  /** A number of each counted trial. Shape [counted]. */
  public double[] each(ToDoubleFunction<R> value) {
    return results.stream().mapToDouble(value).toArray();
  }

  /** The same, to be kept. */
  public Series series(ToDoubleFunction<R> value) {
    return Series.of(each(value));
  }

  /** Where the counted trials are, in their order. */
  public List<Place> places() {
    return trials.counted();
  }

  /** The temperatures that have a counted trial, ascending. */
  public List<Double> temperatures() {
    return places().stream().map(Place::temperature).distinct().sorted().toList();
  }

  /** Something of the counted trials of each temperature, by ascending temperature. */
  public <T> List<T> byTemperature(Function<At<R>, T> make) {
    return temperatures().stream().map(t -> make.apply(new At<>(t, at(t)))).toList();
  }

  private List<R> at(double temperature) {
    return java.util.stream.IntStream.range(0, results.size())
        .filter(i -> places().get(i).temperature() == temperature)
        .mapToObj(results::get)
        .toList();
  }

  /**
   * The counted trials of one temperature.
   *
   * @param temperature T
   * @param results at least one
   */
  public record At<R>(double temperature, List<R> results) {

    /** How many there are, at least 1. */
    public int trials() {
      return results.size();
    }

    /** The mean of a number over the trials. */
    public double mean(ToDoubleFunction<R> value) {
      return results.stream().mapToDouble(value).average().orElseThrow();
    }

    /** The standard error of a mean of numbers that have their own standard errors: √(Σ e²) / n. */
    public double errorOfMean(ToDoubleFunction<R> error) {
      return Math.sqrt(results.stream().mapToDouble(error).map(e -> e * e).sum()) / trials();
    }
  }
}
