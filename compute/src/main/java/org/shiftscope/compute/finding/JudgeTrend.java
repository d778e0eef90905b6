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
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;
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

  Tested judge() {
    if (values.length == 0) {
      return without(Direction.UNKNOWN, title + " was not measured.");
    }
    if (values.length > 1 && range() <= TrendWithinDraws.NOISE * largest()) {
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
    TrendWithinDraws within = within();
    if (within.draws() > 0 && !within.differs()) {
      return without(
          Direction.CONSTANT,
          title
              + " is the same at every "
              + against.symbol()
              + " within "
              + drawn()
              + " but for round-off, "
              + SayNumber.trials(values.length)
              + ".");
    }
    if (within.draws() < BootstrapOverSeeds.FEWEST_SEEDS) {
      return without(
          Direction.UNKNOWN,
          ends()
              + ". Nothing is claimed below three "
              + drawn()
              + " with trials at several "
              + against.many()
              + ", within which it would be judged.");
    }
    return claim(within.test(stream.split("within draws")));
  }

  private Tested claim(JonckheereTerpstra jonckheere) {
    var spearman = new RankCorrelation(temperatures(), values);
    Direction direction = direction(jonckheere);
    return new Tested(
        direction,
        values.length,
        jonckheere.blocks(),
        jonckheere.tau(),
        spearman.rho(),
        new BootstrapOverSeeds(NumberRuns.draws(places), stream).of(spearman::rho),
        jonckheere.statistic(),
        jonckheere.expected(),
        jonckheere.pValue(),
        jonckheere.exact(),
        say(direction, jonckheere.tau(), spearman.rho()));
  }

  private static Direction direction(JonckheereTerpstra jonckheere) {
    ConfidenceInterval interval = jonckheere.tau().interval();
    if (!interval.excludesZero() || !(jonckheere.pValue() < LEVEL)) {
      return Direction.NONE;
    }
    boolean rises = interval.low() > 0;
    return rises != jonckheere.z() > 0 ? Direction.NONE : rises ? Direction.RISES : Direction.FALLS;
  }

  private String say(Direction direction, Tau tau, double rho) {
    String numbers =
        "Kendall within "
            + drawn()
            + " "
            + SayNumber.correlation(tau.value())
            + SayNumber.correlations(tau.interval())
            + ", Spearman over all "
            + SayNumber.correlation(rho)
            + ", "
            + SayNumber.trials(values.length)
            + ".";
    String from = "from " + first() + " to " + last() + ", ";
    return direction == Direction.NONE
        ? title
            + " shows no trend with "
            + against.symbol()
            + " that can be told from the scatter within "
            + drawn()
            + ": "
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
        within().draws(),
        new Tau(Double.NaN, ConfidenceInterval.none()),
        Double.NaN,
        ConfidenceInterval.none(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        false,
        sentence);
  }

  private TrendWithinDraws within() {
    return TrendWithinDraws.of(places, temperatures(), values);
  }

  private double[] temperatures() {
    return places.stream().mapToDouble(Place::temperature).toArray();
  }

  private String drawn() {
    return NumberRuns.drawn(places);
  }

  private double range() {
    return Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
  }

  private double largest() {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }
}
