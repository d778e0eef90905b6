package org.shiftscope.ui.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.Series;

/**
 * Points, with bars and the trials that they come from where they have some.
 *
 * @param x places along the horizontal axis
 * @param y as many values; NaN for a point that is not there
 * @param bars how far they may be off
 * @param origins as many as points, or none where a point is of no single trial
 */
public record Points(Series x, Series y, Bars bars, List<Origin> origins) {

  public Points {
    origins = List.copyOf(origins);
  }

  /**
   * Where a point comes from.
   *
   * @param trial the trial's number
   * @param label what sets the trial apart: "T = 0.01, seed 2"
   * @param doubtful whether the trial counts only because a person asked for it, or was capped: its
   *     point is hollow
   */
  public record Origin(int trial, String label, boolean doubtful) {

    /** Of a trial that counts. */
    public Origin(int trial, String label) {
      this(trial, label, false);
    }
  }

  /**
   * Bars.
   *
   * @param half half the height of each, in units of y; 0 or NaN for none
   * @param meaning what one is: "one standard error"; empty where there is none
   */
  public record Bars(Series half, String meaning) {}

  /** Points without bars. */
  public static Points at(Series x, Series y) {
    return new Points(x, y, new Bars(Series.of(new double[x.size()]), ""), List.of());
  }

  /** Points with bars. */
  public static Points at(Series x, Series y, Series half, String meaning) {
    return new Points(x, y, new Bars(half, meaning), List.of());
  }

  /** The same points of these trials. */
  public Points of(List<Origin> trials) {
    return new Points(x, y, bars, trials);
  }

  /** The same points. */
  public Points withoutBars() {
    return Points.at(x, y).of(origins);
  }

  /** The same points; a bar that reaches 0 has no end on a logarithmic axis and is left out. */
  public Points withoutWideBars() {
    double[] half = bars.half().toArray();
    Arrays.setAll(half, i -> half[i] < y.get(i) ? half[i] : 0);
    return new Points(x, y, new Bars(Series.of(half), bars.meaning()), origins);
  }

  /** The places of those that are there. */
  IntStream there() {
    return IntStream.range(0, x.size())
        .filter(i -> Double.isFinite(x.get(i)) && Double.isFinite(y.get(i)));
  }

  /** Whether a point has a bar. */
  boolean hasBar(int i) {
    return bars.half().get(i) > 0;
  }
}
