package org.shiftscope.compute.kind.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;
import org.shiftscope.compute.finding.NumberRuns;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.kind.sweep.FindEq3.Way;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SweepFindings.Prediction;
import org.shiftscope.compute.statistics.BootstrapOverSeeds;
import org.shiftscope.compute.statistics.WithinGroups;

/**
 * Judges one prediction of a measured number over the trials that have both.
 *
 * @param all the prediction of every counted trial, shape [counted]
 * @param places of the trials with both numbers, n
 * @param x predicted, shape [n]
 * @param y measured, shape [n]
 * @param scale of the losses whose difference is predicted, in nats: what round-off is relative to
 * @param stream what resamples are drawn from
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record JudgePrediction(
    double[] all, List<Place> places, double[] x, double[] y, double scale, RandomStreams stream) {

  private static final int FEWEST_TO_CORRELATE = 6;
  private static final double NOISE = 1e-9;

  static JudgePrediction of(Seen<?> seen, double[] measured, double[] predicted, double scale) {
    int[] known =
        IntStream.range(0, measured.length)
            .filter(i -> Double.isFinite(measured[i]) && Double.isFinite(predicted[i]))
            .toArray();
    return new JudgePrediction(
        predicted,
        Arrays.stream(known).mapToObj(seen.places()::get).toList(),
        Arrays.stream(known).mapToDouble(i -> predicted[i]).toArray(),
        Arrays.stream(known).mapToDouble(i -> measured[i]).toArray(),
        scale,
        seen.stream().split("eq3"));
  }

  Prediction judge(Way way) {
    boolean tells = x.length >= FEWEST_TO_CORRELATE && differ(x) && differ(y);
    var line = new SimpleRegression();
    IntStream.range(0, x.length).forEach(i -> line.addData(x[i], y[i]));
    double bias = mean(x) - mean(y);
    return new Prediction(
        way.id(),
        way.title(),
        way.containsAnswer(),
        Series.of(all),
        x.length,
        slopeThroughOrigin(once()),
        new BootstrapOverSeeds(NumberRuns.draws(places), stream.split(way.id()))
            .of(this::slopeThroughOrigin),
        tells ? line.getSlope() : Double.NaN,
        tells ? line.getIntercept() : Double.NaN,
        tells ? line.getR() : Double.NaN,
        tells ? rankWithin() : Double.NaN,
        bias,
        bias / mean(y),
        rmse());
  }

  private boolean differ(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[sorted.length - 1] - sorted[0] > NOISE * scale;
  }

  private double slopeThroughOrigin(double[] weights) {
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += weights[i] * x[i] * x[i];
      xy += weights[i] * x[i] * y[i];
    }
    return xx > 0 ? xy / xx : Double.NaN;
  }

  private double rankWithin() {
    Map<Double, List<Integer>> groups =
        IntStream.range(0, x.length)
            .boxed()
            .collect(Collectors.groupingBy(i -> places.get(i).temperature()));
    return WithinGroups.rho(groups.values(), x, y);
  }

  private double rmse() {
    return Math.sqrt(
        IntStream.range(0, x.length)
            .mapToDouble(i -> (x[i] - y[i]) * (x[i] - y[i]))
            .average()
            .orElse(Double.NaN));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private double[] once() {
    double[] once = new double[x.length];
    Arrays.fill(once, 1);
    return once;
  }
}
