package org.shiftscope.ui.kind;

import java.util.List;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.ui.chart.FigureAxis;

/** The axis of an experiment's temperatures, each of them labelled. */
public final class TemperatureAxis {

  private TemperatureAxis() {}

  /** Logarithmic, over these temperatures. */
  public static FigureAxis of(Temperatures temperatures) {
    return of(temperatures.values().stream().sorted().toList());
  }

  /** The same of ascending temperatures. */
  public static FigureAxis of(List<Double> temperatures) {
    return FigureAxis.logarithmic("Temperature T = η / B (learning rate per sample)")
        .labelled(temperatures);
  }
}
