package org.shiftscope.compute.finding;

import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.result.TemperatureTrend.Tested;
import org.shiftscope.compute.statistics.BootstrapOverSeeds;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.JonckheereTerpstra;
import org.shiftscope.compute.statistics.RankCorrelation;

/**
 * Judges whether a quantity rises or falls with the temperature, and says so.
 *
 * @param title its name
 * @param means by ascending temperature
 * @param places of the values
 * @param values all finite, in the order of the places; not modified
 * @param stream what resamples are drawn from
 * @param against what orders the values, whose numbers stand in the temperatures of means and
 *     places
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record JudgeTrend(
    String title,
    List<Mean> means,
    List<Place> places,
    double[] values,
    RandomStreams stream,
    Against against) {

  private static final int FEWEST_TEMPERATURES = 3;
  private static final double LEVEL = 0.05;

  /** Differences below this share of the largest value are round-off. */
  private static final double NOISE = 1e-9;

  Tested judge() {
    if (values.length == 0) {
      return without(Direction.UNKNOWN, title + " was not measured.");
    }
    if (values.length > 1 && range() <= NOISE * largest()) {
      return without(
          Direction.CONSTANT,
          title
              + " is the same in all "
              + SayNumber.trials(values.length)
              + " but for round-off: "
              + SayNumber.significant(values[0])
              + ".");
    }
    if (means.size() < FEWEST_TEMPERATURES) {
      return without(Direction.UNKNOWN, ends() + ". A trend needs three " + against.many() + ".");
    }
    if (draws() < BootstrapOverSeeds.FEWEST_SEEDS) {
      return without(
          Direction.UNKNOWN,
          ends()
              + ". Nothing is claimed below three "
              + (NumberRuns.overSplits(places) ? "splits" : "seeds")
              + ", by whose spread it would be judged.");
    }
    return claim();
  }

  private Tested claim() {
    double[] temperature = places.stream().mapToDouble(Place::temperature).toArray();
    var spearman = new RankCorrelation(temperature, values);
    ConfidenceInterval interval =
        new BootstrapOverSeeds(NumberRuns.draws(places), stream).of(spearman::rho);
    JonckheereTerpstra jonckheere = JonckheereTerpstra.of(temperature, values);
    Direction direction = direction(interval, jonckheere);
    return new Tested(
        direction,
        values.length,
        draws(),
        spearman.rho(),
        interval,
        jonckheere.statistic(),
        jonckheere.expected(),
        jonckheere.pValue(),
        jonckheere.exact(),
        say(direction, spearman.rho(), interval));
  }

  private static Direction direction(ConfidenceInterval interval, JonckheereTerpstra jonckheere) {
    if (!interval.excludesZero() || !(jonckheere.pValue() < LEVEL)) {
      return Direction.NONE;
    }
    boolean rises = interval.low() > 0;
    return rises != jonckheere.z() > 0 ? Direction.NONE : rises ? Direction.RISES : Direction.FALLS;
  }

  private String say(Direction direction, double rho, ConfidenceInterval interval) {
    String numbers =
        "Spearman "
            + SayNumber.correlation(rho)
            + SayNumber.correlations(interval)
            + ", "
            + SayNumber.trials(values.length)
            + ".";
    String from = "from " + first() + " to " + last() + ", ";
    return direction == Direction.NONE
        ? title
            + " shows no trend with "
            + against.symbol()
            + " that can be told from "
            + (NumberRuns.overSplits(places) ? "the splits' spread: " : "the seeds' spread: ")
            + from
            + numbers
        : title
            + (direction == Direction.RISES ? " rises" : " falls")
            + " with "
            + against.symbol()
            + ": "
            + from
            + numbers;
  }

  private String ends() {
    return means.size() == 1
        ? title
            + " is "
            + first()
            + " at the one "
            + against.one()
            + ", "
            + SayNumber.trials(values.length)
        : title
            + " goes from "
            + first()
            + " to "
            + last()
            + " as "
            + against.symbol()
            + " rises, "
            + SayNumber.trials(values.length);
  }

  private String first() {
    return SayNumber.significant(means.getFirst().mean());
  }

  private String last() {
    return SayNumber.significant(means.getLast().mean());
  }

  private Tested without(Direction direction, String sentence) {
    return new Tested(
        direction,
        values.length,
        draws(),
        Double.NaN,
        ConfidenceInterval.none(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        false,
        sentence);
  }

  private int draws() {
    return (int) Arrays.stream(NumberRuns.draws(places)).distinct().count();
  }

  private double range() {
    return Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
  }

  private double largest() {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }
}
