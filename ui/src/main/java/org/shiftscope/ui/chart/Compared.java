package org.shiftscope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.shiftscope.compute.result.Series;

/**
 * A figure of one quantity in two ways, predicted and measured say: both axes have the same scale,
 * and the diagonal is where the two agree.
 */
public final class Compared {

  private static final int COLOUR_OF_THE_DIAGONAL = 7;

  private Compared() {}

  /** The figure, with the diagonal under the layers. */
  public static Figure of(
      Figure.Caption caption, String x, String y, List<? extends Figure.Layer> layers) {
    Range range =
        Range.of(
                layers.stream()
                    .flatMapToDouble(layer -> DoubleStream.concat(layer.xs(), layer.ys())))
            .map(
                found ->
                    found.isRoundOff() || found.from() == found.to()
                        ? found.aboutConstant()
                        : found.withRoom(false))
            .filter(found -> found.from() < found.to())
            .orElse(new Range(-1, 1));
    Series ends = Series.of(range.from(), range.to());
    List<Figure.Layer> all = new ArrayList<>();
    all.add(new Figure.Curve("Equal", COLOUR_OF_THE_DIAGONAL, Figure.Stroke.DASHED, ends, ends));
    all.addAll(layers);
    return new Figure(
        caption, FigureAxis.linear(x).over(range), FigureAxis.linear(y).over(range), all);
  }
}
