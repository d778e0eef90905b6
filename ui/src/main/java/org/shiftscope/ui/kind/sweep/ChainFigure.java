package org.shiftscope.ui.kind.sweep;

import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.Measures.Chain;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;

/** How the chain of the local learning coefficient went. */
final class ChainFigure {

  private ChainFigure() {}

  static Figure of(Chain chain) {
    Series parts =
        Series.of(IntStream.rangeClosed(1, chain.trace().size()).asDoubleStream().toArray());
    return new Figure(
        new Caption(
            "learning-coefficient-chain",
            "Chain of the local learning coefficient",
            "\\hat\\lambda = n\\beta\\,(\\mathbb{E}[L] - L(\\theta^*)), \\quad \\beta = 1 / \\ln n",
            "Means over successive parts of the chain after tuning: level where it has arrived."),
        FigureAxis.linear("Part of the chain"),
        FigureAxis.linear("n β (L − L(θ*))"),
        List.of(new Dots("Mean of the part", 0, Style.JOINED, Points.at(parts, chain.trace()))));
  }
}
