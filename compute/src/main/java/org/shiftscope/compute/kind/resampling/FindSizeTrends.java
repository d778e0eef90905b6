package org.shiftscope.compute.kind.resampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shiftscope.compute.finding.Against;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.ResamplingFindings.AtSize;
import org.shiftscope.compute.result.ResamplingFindings.FiniteSample;
import org.shiftscope.compute.result.ResamplingFindings.PowerLaw;
import org.shiftscope.compute.result.ResamplingFindings.SampleSize;
import org.shiftscope.compute.result.ResamplingFindings.SizeTrend;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.compute.spec.SampleSizes;

/** Finds the trends against the sample size. */
final class FindSizeTrends {

  private final Seen<ShiftMeasurement> drawn;

  /** Takes the trials of these sizes that are not of the given split. */
  FindSizeTrends(Resampling spec, Seen<ShiftMeasurement> seen, SampleSizes sizes) {
    List<Place> places = new ArrayList<>();
    List<ShiftMeasurement> results = new ArrayList<>();
    for (int i = 0; i < seen.places().size(); i++) {
      Place place = seen.places().get(i);
      Resampling.Draw draw = spec.draw(place.trial());
      if (!draw.given() && sizes.values().contains(draw.sampleSize())) {
        // What orders them stands where the temperature does; a seed is a draw at every size.
        places.add(new Place(place.trial(), draw.sampleSize(), place.seed()));
        results.add(seen.results().get(i));
      }
    }
    drawn = seen.of(places, results);
  }

  /** Those trials, each with its sample size where the temperature stands. */
  Seen<ShiftMeasurement> drawn() {
    return drawn;
  }

  SampleSize find(List<TrendQuantity<ShiftMeasurement>> quantities) {
    List<SizeTrend> trends = quantities.stream().map(this::trend).toList();
    Direction loss = trends.get(0).test().direction();
    Direction shift = trends.get(1).test().direction();
    FiniteSample finite = judge(loss, shift);
    return new SampleSize(
        trends, finite, List.of(say(trends.get(0)), say(trends.get(1)), say(finite)));
  }

  private static FiniteSample judge(Direction loss, Direction shift) {
    if (loss == Direction.FALLS && shift == Direction.FALLS) {
      return FiniteSample.SHOWN;
    }
    return isContrary(loss) || isContrary(shift)
        ? FiniteSample.CONTRADICTED
        : FiniteSample.UNDECIDED;
  }

  private static boolean isContrary(Direction direction) {
    return direction == Direction.RISES || direction == Direction.CONSTANT;
  }

  private static String say(FiniteSample finite) {
    return switch (finite) {
      case SHOWN ->
          "So smaller samples shift more, as they do where finite samples make the shift.";
      case CONTRADICTED ->
          "So smaller samples do not shift more, as they would where finite samples make the shift.";
      case UNDECIDED -> "Whether smaller samples shift more is undecided.";
    };
  }

  private static String say(SizeTrend trend) {
    return trend.test().sentence() + trend.power().map(SayPower::of).orElse("");
  }

  private SizeTrend trend(TrendQuantity<ShiftMeasurement> quantity) {
    TemperatureTrend trend = FindTrend.of(drawn, quantity, Against.SAMPLE_SIZE);
    double[] values = drawn.each(quantity.value());
    double[] sizes = drawn.places().stream().mapToDouble(Place::temperature).toArray();
    return new SizeTrend(
        trend.id(),
        trend.title(),
        trend.unit(),
        trend.temperatures().stream()
            .map(
                at ->
                    new AtSize(
                        (int) at.temperature(), at.trials(), at.mean(), at.deviation(), at.error()))
            .toList(),
        drawn.places().stream().map(Place::trial).toList(),
        Series.of(sizes),
        Series.of(values),
        trend.test(),
        power(trend, sizes, values));
  }

  private Optional<PowerLaw> power(TemperatureTrend trend, double[] sizes, double[] values) {
    Direction direction = trend.test().direction();
    boolean claimed = direction == Direction.FALLS || direction == Direction.RISES;
    return claimed && IntStream.range(0, values.length).allMatch(i -> values[i] > 0)
        ? Optional.of(
            FitPower.of(
                sizes,
                values,
                drawn.places().stream().mapToLong(Place::seed).toArray(),
                drawn.stream().split(trend.id()).split("power")))
        : Optional.empty();
  }
}
