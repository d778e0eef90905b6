package org.shiftscope.compute.kind.resampling;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.ResamplingFindings.Comparison;
import org.shiftscope.compute.result.ResamplingFindings.Runs;
import org.shiftscope.compute.result.ResamplingFindings.Shuffle;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.compute.statistics.Spread;

/**
 * Compares the given split with shuffled ones.
 *
 * @param spec the experiment
 * @param seen its trials
 * @param margin how large a difference is taken for none, as a share
 */
record CompareSplits(Resampling spec, Seen<ShiftMeasurement> seen, double margin) {

  private static final String LENGTH = "length";

  Shuffle compare(List<TrendQuantity<ShiftMeasurement>> quantities) {
    List<Comparison> comparisons = quantities.stream().map(this::compare).toList();
    return new Shuffle(margin, comparisons, comparisons.getFirst().sentence());
  }

  private Comparison compare(TrendQuantity<ShiftMeasurement> quantity) {
    double[] values = seen.each(quantity.value());
    List<Pair> pairs =
        pairs().stream()
            .filter(
                pair ->
                    Double.isFinite(values[pair.given]) && Double.isFinite(values[pair.shuffled]))
            .toList();
    return new JudgeSplit(
            quantity.title(),
            runs(pairs.stream().mapToInt(Pair::given).toArray(), values),
            runs(pairs.stream().mapToInt(Pair::shuffled).toArray(), values),
            margin(quantity, pairs))
        .judge(quantity.id(), quantity.unit());
  }

  /**
   * In nats, all are measured against the test loss, which they add to; and against that of the
   * shuffled splits, since the given one is what is asked about.
   */
  private double margin(TrendQuantity<ShiftMeasurement> quantity, List<Pair> pairs) {
    double[] scale =
        seen.each(
            quantity.unit().equals(LENGTH) ? quantity.value() : FindResampling.TEST_LOSS.value());
    return margin
        * Math.abs(
            pairs.stream().mapToDouble(pair -> scale[pair.shuffled]).average().orElse(Double.NaN));
  }

  private Runs runs(int[] places, double[] values) {
    double[] theirs = IntStream.of(places).mapToDouble(place -> values[place]).toArray();
    Spread spread = Spread.of(theirs);
    return new Runs(
        Arrays.stream(places).mapToObj(place -> seen.places().get(place).trial()).toList(),
        Series.of(theirs),
        spread.mean(),
        spread.deviation());
  }

  /** The seeds that count on both sides, ascending. */
  private List<Pair> pairs() {
    Map<Long, Integer> given = new TreeMap<>();
    Map<Long, Integer> shuffled = new TreeMap<>();
    for (int place = 0; place < seen.places().size(); place++) {
      Place at = seen.places().get(place);
      Resampling.Draw draw = spec.draw(at.trial());
      if (draw.given()) {
        given.put(at.seed(), place);
      } else if (draw.sampleSize() == spec.dataset().samples()) {
        shuffled.put(at.seed(), place);
      }
    }
    return given.keySet().stream()
        .filter(shuffled::containsKey)
        .map(seed -> new Pair(given.getOrDefault(seed, -1), shuffled.getOrDefault(seed, -1)))
        .toList();
  }

  /** Places of one seed's two trials. */
  private record Pair(int given, int shuffled) {}
}
