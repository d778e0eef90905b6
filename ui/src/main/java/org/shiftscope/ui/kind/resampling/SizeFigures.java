package org.shiftscope.ui.kind.resampling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.ResamplingFindings.AtSize;
import org.shiftscope.compute.result.ResamplingFindings.PowerLaw;
import org.shiftscope.compute.result.ResamplingFindings.SampleSize;
import org.shiftscope.compute.result.ResamplingFindings.SizeTrend;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.Origins;

/** Each quantity against the sample size. */
final class SizeFigures {

  private static final String SPREAD = "± one standard deviation over draws of equal n";
  private static final int STEPS = 40;

  private SizeFigures() {}

  static List<Figure> of(SampleSize found, Origins origins) {
    return found.trends().stream()
        .filter(trend -> !trend.sizes().isEmpty())
        .map(trend -> of(trend, origins))
        .toList();
  }

  private static Figure of(SizeTrend trend, Origins origins) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Dots("Mean", 0, Style.JOINED, means(trend)));
    layers.add(
        new Dots(
            "Trials",
            0,
            Style.PALE,
            Points.at(trend.samples(), trend.values())
                .of(trend.trials().stream().map(origins::of).toList())));
    trend.power().ifPresent(power -> layers.add(curve(power, trend.sizes())));
    return new Figure(
        new Caption("size-" + trend.id(), trend.title(), "", trend.test().sentence()),
        FigureAxis.logarithmic("Samples n, train and test together")
            .labelled(trend.sizes().stream().map(at -> (double) at.sampleSize()).toList()),
        FigureAxis.linear(trend.unit()),
        layers);
  }

  private static Points means(SizeTrend trend) {
    return Points.at(
        series(trend, AtSize::sampleSize),
        series(trend, AtSize::mean),
        series(trend, AtSize::deviation),
        SPREAD);
  }

  private static Curve curve(PowerLaw power, List<AtSize> sizes) {
    double low = sizes.getFirst().sampleSize();
    double factor = sizes.getLast().sampleSize() / low;
    double[] x =
        IntStream.rangeClosed(0, STEPS)
            .mapToDouble(i -> low * Math.pow(factor, i / (double) STEPS))
            .toArray();
    return new Curve(
        "Fitted power of n",
        1,
        Stroke.DASHED,
        Series.of(x),
        Series.of(DoubleStream.of(x).map(power::at).toArray()));
  }

  private static Series series(SizeTrend trend, ToDoubleFunction<AtSize> number) {
    return Series.of(trend.sizes().stream().mapToDouble(number).toArray());
  }
}
