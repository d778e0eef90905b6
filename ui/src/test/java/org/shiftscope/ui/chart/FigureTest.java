package org.shiftscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure.Band;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.HeatMap;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Mark;
import org.shiftscope.ui.chart.Figure.Stroke;
import tools.jackson.databind.node.ObjectNode;

class FigureTest {

  private static final Series X = Series.of(1, 2, 3);

  @Test
  void aCurveKeepsItsGapsAndItsStroke() {
    ObjectNode option =
        DrawFigure.option(
            figure(new Curve("Theory", 2, Stroke.DASHED, X, Series.of(4, Double.NaN, 6))));
    assertThat(option.at("/series/0/data").toString())
        .isEqualTo("[[1.0,4.0],[2.0,\"-\"],[3.0,6.0]]");
    assertThat(option.at("/series/0/lineStyle/type").asString()).isEqualTo("dashed");
    assertThat(option.at("/series/0/colorOf").asInt()).isEqualTo(2);
    assertThat(option.at("/series/0/markLine/data/0/xAxis").asDouble()).isEqualTo(1.5);
  }

  @Test
  void dotsHaveBarsOfOneErrorEachWay() {
    ObjectNode option =
        DrawFigure.option(
            figure(new Dots("Seeds", 0, X, Series.of(4, 5, 6), Series.of(0.5, 0, Double.NaN))));
    assertThat(option.at("/series/0/data")).hasSize(3);
    assertThat(option.at("/series/0/data/0/tip").asString()).isEqualTo("Seeds\n1: 4 ± 0.5");
    assertThat(option.at("/series/1/data").toString()).isEqualTo("[[1.0,4.0,3.5,4.5]]");
    assertThat(option.at("/legend/data")).hasSize(1);
  }

  @Test
  void aHistogramStepsAtItsEdges() {
    ObjectNode option =
        DrawFigure.option(figure(new Histogram("Walkers", 1, X, Series.of(0.25, 0.75))));
    assertThat(option.at("/series/0/step").asString()).isEqualTo("start");
    assertThat(option.at("/series/0/data").toString())
        .isEqualTo("[[1.0,0.0],[2.0,0.25],[3.0,0.75]]");
  }

  @Test
  void bandsStandOnEachOther() {
    ObjectNode option =
        DrawFigure.option(figure(new Band("Loss", 0, X, X), new Band("Shift-curvature", 1, X, X)));
    assertThat(option.at("/series/0/stack").asString())
        .isEqualTo(option.at("/series/1/stack").asString());
  }

  @Test
  void aHeatMapPutsEachValueInItsCell() {
    ObjectNode option =
        DrawFigure.option(
            figure(
                new HeatMap(
                    "Curl", X, Series.of(-1, 1), Series.of(1, 2, 3, -4, Double.NaN, 6), true)));
    assertThat(option.at("/series/0/data/3").toString()).isEqualTo("[0,1,-4.0]");
    assertThat(option.at("/series/0/data/4").toString()).isEqualTo("[1,1,\"-\"]");
    assertThat(option.at("/visualMap/min").asDouble()).isEqualTo(-6);
    assertThat(option.at("/xAxis/data")).hasSize(3);
  }

  @Test
  void theNumbersAreWrittenWithoutLoss() {
    double third = 1 / 3.0;
    String csv =
        FigureNumbers.csv(
            figure(
                new Curve("The \"line\"", 0, Stroke.SOLID, Series.of(third), Series.of(Double.NaN)),
                new Dots("Seeds", 0, Series.of(1), Series.of(2), Series.of(third))));
    assertThat(csv)
        .isEqualTo(
            "layer,x,y,error\n\"The \"\"line\"\"\","
                + third
                + ",,\n\"Seeds\",1.0,2.0,"
                + third
                + "\n");
  }

  private static Figure figure(Layer... layers) {
    return new Figure(
        "one",
        "Title",
        "y = x",
        "A sentence.",
        Axis.linear("x"),
        Axis.linear("y"),
        List.of(layers),
        List.of(new Mark(1.5, "here")));
  }
}
