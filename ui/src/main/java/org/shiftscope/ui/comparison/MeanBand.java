package org.shiftscope.ui.comparison;

import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.ui.kind.Trends;

/** What the bands around means are; all of it numbers of the findings. */
public enum MeanBand implements Named {
  DEVIATION(
      "Standard deviation", "± one standard deviation over trials of equal T", Mean::deviation),
  ERROR("Standard error", Trends.OVER_SEEDS, Mean::error),
  INTERVAL(
      "95 % interval",
      "the 95 % interval of the mean over trials, by Student's t", Mean::halfInterval);

  private final String title;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a method without state
  private final ToDoubleFunction<Mean> half;

  MeanBand(String title, String meaning, ToDoubleFunction<Mean> half) {
    this.title = title;
    this.meaning = meaning;
    this.half = half;
  }

  @Override
  public String title() {
    return title;
  }

  /** What a band is, as a figure says it. */
  String meaning() {
    return meaning;
  }

  /** Half the height of a band; NaN where there is none. */
  double of(Mean mean) {
    return half.applyAsDouble(mean);
  }
}
