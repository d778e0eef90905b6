package org.shiftscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure.Band;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.HeatMap;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Mark;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.Points.Origin;
import tools.jackson.databind.node.ObjectNode;

class FigureTest {

  private static final Series X = Series.of(1, 2, 3);

  @Test
  void aCurveKeepsItsGapsAndItsStroke() {
    ObjectNode option =
        option(figure(new Curve("Theory", 2, Stroke.DASHED, X, Series.of(4, Double.NaN, 6))));
    assertThat(option.at("/series/0/data").toString())
        .isEqualTo("[[1.0,4.0],[2.0,\"-\"],[3.0,6.0]]");
    assertThat(option.at("/series/0/lineStyle/type").asString()).isEqualTo("dashed");
    assertThat(option.at("/series/0/colorOf").asInt()).isEqualTo(2);
    assertThat(option.at("/series/0/markLine/data/0/xAxis").asDouble()).isEqualTo(1.5);
  }

  @Test
  void dotsHaveBarsOfOneErrorEachWay() {
    ObjectNode option =
        option(
            figure(
                new Dots(
                    "Seeds",
                    0,
                    Points.at(
                        X,
                        Series.of(4, 5, 6),
                        Series.of(0.5, 0, Double.NaN),
                        "one standard error"))));
    assertThat(option.at("/series/1/data").toString()).isEqualTo("[[1.0,4.0,3.5,4.5,0]]");
    assertThat(option.at("/series/0/data")).hasSize(3);
    assertThat(option.at("/series/0/data/0/tip").asString()).isEqualTo("Seeds\n1: 4 ± 0.5");
    assertThat(option.at("/note").asString()).isEqualTo("Bars: one standard error");
    assertThat(option.at("/legend/data")).hasSize(1);
  }

  /** Their numbers stay what they are: only where they are drawn moves. */
  @Test
  void dotsAsideAndTheirBarsAreMovedByPixels() {
    Points points = Points.at(Series.of(1), Series.of(4), Series.of(0.5), "one standard error");
    ObjectNode option = option(figure(new Dots("Second", 1, Style.PLAIN, points, 9)));
    assertThat(option.at("/series/0/symbolOffset").toString()).isEqualTo("[9,0]");
    assertThat(option.at("/series/0/data/0/value").toString()).isEqualTo("[1.0,4.0]");
    assertThat(option.at("/series/1/data").toString()).isEqualTo("[[1.0,4.0,3.5,4.5,9]]");
  }

  @Test
  void aHistogramStepsAtItsEdges() {
    ObjectNode option = option(figure(new Histogram("Walkers", 1, X, Series.of(0.25, 0.75))));
    assertThat(option.at("/series/0/step").asString()).isEqualTo("start");
    assertThat(option.at("/series/0/data").toString())
        .isEqualTo("[[1.0,0.0],[2.0,0.25],[3.0,0.75],[3.0,0.0]]");
    assertThat(option.at("/series/0/areaStyle/origin").asDouble()).isZero();
  }

  @Test
  void aColumnFloatsOnItsBase() {
    ObjectNode option =
        option(figure(new Histogram("Slope", 1, Series.of(1, 2), Series.of(0.25), 0.75)));
    assertThat(option.at("/series/0/data").toString())
        .isEqualTo("[[1.0,0.75],[2.0,0.25],[2.0,0.75]]");
    assertThat(option.at("/series/0/areaStyle/origin").asDouble()).isEqualTo(0.75);
  }

  @Test
  void placesAreNamed() {
    ObjectNode option =
        DrawFigure.option(
            new Figure(
                new Caption("places", "Places", "", ""),
                FigureAxis.places("Terms", List.of("L_te", "Sum")),
                FigureAxis.linear("Loss"),
                List.of(new Dots("Sum", 0, Points.at(Series.of(0.5, 1.5), Series.of(1, 2))))),
            OptionalInt.empty());
    assertThat(option.at("/xAxis/axisLabel/customValues").toString()).isEqualTo("[0.5,1.5]");
    assertThat(option.at("/xAxis/names")).hasSize(2);
    assertThat(option.at("/xAxis/names/1").asString()).isEqualTo("Sum");
    assertThat(option.at("/xAxis/max").asDouble()).isEqualTo(2);
  }

  @Test
  void bandsStandOnEachOther() {
    ObjectNode option =
        option(figure(new Band("Loss", 0, X, X), new Band("Shift-curvature", 1, X, X)));
    assertThat(option.at("/series/0/stack").asString())
        .isEqualTo(option.at("/series/1/stack").asString());
  }

  @Test
  void aHeatMapPutsEachValueInItsCell() {
    ObjectNode option =
        option(
            figure(
                new HeatMap(
                    "Curl", X, Series.of(-1, 1), Series.of(1, 2, 3, -4, Double.NaN, 6), true)));
    assertThat(option.at("/series/0/data/3").toString()).isEqualTo("[0,1,-4.0]");
    assertThat(option.at("/series/0/data/4").toString()).isEqualTo("[1,1,\"-\"]");
    assertThat(option.at("/visualMap/min").asDouble()).isEqualTo(-6);
    assertThat(option.at("/xAxis/data")).hasSize(3);
  }

  @Test
  void aPointOfATrialTellsItsTrialAndStandsOutWhereItIsChosen() {
    Figure figure =
        figure(
            new Dots(
                "Seeds",
                1,
                Points.at(Series.of(1, 2), Series.of(Double.NaN, 5))
                    .of(List.of(new Origin(7, "T = 1"), new Origin(9, "T = 2, seed 3")))));
    ObjectNode option = DrawFigure.option(figure, OptionalInt.of(9));
    // The point that is not there is left out, and the other keeps its own trial.
    assertThat(option.at("/series/0/data")).hasSize(1);
    assertThat(option.at("/series/0/data/0/trial").asInt()).isEqualTo(9);
    assertThat(option.at("/series/0/data/0/tip").asString())
        .isEqualTo("Seeds\n2: 5\nTrial 9: T = 2, seed 3");
    assertThat(option.at("/series/0/data/0/symbolSize").asInt()).isEqualTo(16);
    assertThat(csv(figure)).endsWith("\"Seeds\",2.0,5.0,,9\n");
  }

  @Test
  void eachColourHasASymbolOfItsOwn() {
    Figure figure =
        figure(
            new Dots("A", 0, Points.at(X, X)),
            new Dots("B", 1, Points.at(X, X)),
            new Curve("C", 2, Stroke.SOLID, X, X));
    ObjectNode option = option(figure);
    assertThat(option.at("/series").valueStream().map(one -> one.path("symbol").asString()))
        .containsExactly("circle", "triangle", "rect");
  }

  @Test
  void noiseBelowABillionthOfTheValueLooksLikeNothing() {
    ObjectNode flat =
        option(figure(new Curve("A", 0, Stroke.SOLID, X, Series.of(2, 2 + 1e-10, 2 - 1e-10))));
    assertThat(flat.at("/yAxis/max").asDouble() - flat.at("/yAxis/min").asDouble())
        .isCloseTo(0.04, within(1e-6));
    ObjectNode real =
        option(figure(new Curve("A", 0, Stroke.SOLID, X, Series.of(2, 2 + 1e-8, 2 - 1e-8))));
    assertThat(real.at("/yAxis").has("min")).isFalse();
  }

  @Test
  void aComparisonHasOneScaleOnBothAxesWithRoomAndADiagonal() {
    Figure compared =
        Compared.of(
            new Caption("two", "Two", "", ""),
            "predicted",
            "measured",
            List.of(new Dots("A", 0, Points.at(Series.of(1, 2), Series.of(0, 3)))));
    assertThat(compared.compares()).isTrue();
    assertThat(compared.x().range().orElseThrow().from()).isCloseTo(-0.12, within(1e-12));
    assertThat(compared.x().range().orElseThrow().to()).isCloseTo(3.12, within(1e-12));
    Curve diagonal = (Curve) compared.layers().getFirst();
    assertThat(diagonal.x()).isEqualTo(diagonal.y());
  }

  @Test
  void figuresAlongOneAxisShareItsRange() {
    Figure narrow = figure(new Curve("A", 0, Stroke.SOLID, Series.of(2, 3), Series.of(0, 1)));
    Figure wide = figure(new Curve("A", 0, Stroke.SOLID, Series.of(1, 2), Series.of(0, 1)));
    Figure other =
        new Figure(
            wide.caption(), FigureAxis.linear("another"), FigureAxis.linear("y"), wide.layers());
    List<Figure> shared = ShareRange.of(List.of(narrow, wide, other));
    assertThat(shared.get(0).x().range()).contains(new Range(1, 3));
    assertThat(shared.get(1).x().range()).contains(new Range(1, 3));
    assertThat(shared.get(2).x().range()).contains(new Range(1, 2));
  }

  /** Between 0.1 and 0.2 lies neither a decade nor 2 or 5 of one. */
  @Test
  void aShortLogarithmicAxisIsLabelledEvenly() {
    Figure figure =
        new Figure(
            new Caption("short", "Short", "", ""),
            FigureAxis.logarithmic("x").over(new Range(0.138, 0.183)),
            FigureAxis.linear("y"),
            List.of(new Dots("A", 0, Points.at(X, X))));
    assertThat(option(figure).at("/xAxis/axisLabel/customValues").toString())
        .isEqualTo("[0.14,0.15,0.16,0.17,0.18]");
  }

  @Test
  void symbolsAreTypesetInEveryTextOfAnOption() {
    Figure figure =
        new Figure(
            new Caption("one", "L_te(θ_tr)", "", ""),
            FigureAxis.linear("θ_te"),
            FigureAxis.linear("κ_te / ‖s‖^2"),
            List.of(new Dots("½ κ_te", 0, Points.at(X, X))),
            List.of(new Mark(1, "θ_tr")));
    String option = option(figure).toString();
    assertThat(option).doesNotContain("_te", "_tr", "^").contains("θ{sub|te}", "{sup|2}");
    assertThat(csv(figure)).contains("\"½ κₜₑ\"");
  }

  @Test
  void theNumbersAreWrittenWithoutLoss() {
    double third = 1 / 3.0;
    String csv =
        csv(
            figure(
                new Curve("The \"line\"", 0, Stroke.SOLID, Series.of(third), Series.of(Double.NaN)),
                new Dots(
                    "Seeds",
                    0,
                    Points.at(
                        Series.of(1), Series.of(2), Series.of(third), "one standard error"))));
    assertThat(csv)
        .isEqualTo(
            "\"layer\",\"x\",\"y\",\"error\",\"trial\"\n\"The \"\"line\"\"\","
                + third
                + ",,,\n\"Seeds\",1.0,2.0,"
                + third
                + ",\n");
  }

  private static ObjectNode option(Figure figure) {
    return DrawFigure.option(figure, OptionalInt.empty());
  }

  private static Figure figure(Layer... layers) {
    return new Figure(
        new Caption("one", "Title", "y = x", "A sentence."),
        FigureAxis.linear("x"),
        FigureAxis.linear("y"),
        List.of(layers),
        List.of(new Mark(1.5, "here")));
  }

  @Test
  void anEndIsLabelledOnlyWhereALabelWouldStand() {
    var orders = new Range(0.8, 6.2);
    assertThat(List.of(0.8, 6.2)).noneMatch(orders::isRound);
    assertThat(new Range(-0.12, 3.12).isRound(-0.12)).isFalse();
    assertThat(List.of(-1.0, 2.0)).allMatch(new Range(-1, 2)::isRound);
    assertThat(new Range(0, 0.04).isRound(0.04)).isTrue();
  }

  @Test
  void aShortLogarithmicAxisIsLabelledAtMoreThanOneDecade() {
    assertThat(new Range(0.3, 5).oneTwoFive()).containsExactly(0.5, 1.0, 2.0, 5.0);
    assertThat(new Range(0.006, 0.04).oneTwoFive()).containsExactly(0.01, 0.02);
  }

  private static String csv(Figure figure) {
    return new String(
        TableFormat.CSV.write(FigureNumbers.of(figure).table("numbers")), StandardCharsets.UTF_8);
  }
}
