package org.shiftscope.ui.kind.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.result.League;
import org.shiftscope.compute.result.League.Association;
import org.shiftscope.compute.result.League.Row;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.Trends;

/** Which measure goes with the test loss. All numbers are those of the findings. */
final class LeagueFigures {

  private static final int GREY = 7;

  private LeagueFigures() {}

  static List<Figure> of(League league, Trends trends) {
    Stream<Row> shown =
        Stream.concat(
                league.rows().stream().limit(1),
                league.rows().stream().filter(row -> row.id().equals("exact-shift-curvature")))
            .distinct();
    return Stream.concat(
            Stream.of(
                ranked(
                    new Caption(
                        "league-within",
                        "τ with the test loss, within equal T",
                        "",
                        league.sentence()),
                    league,
                    Association::withinT),
                ranked(
                    new Caption(
                        "league-across",
                        "τ with the test loss, across T at equal seed",
                        "",
                        "T moves measures and losses at once: a high τ here is no evidence."),
                    league,
                    Association::acrossT)),
            shown.map(row -> against(row, league, trends)))
        .toList();
  }

  private static Figure ranked(Caption caption, League league, Function<Association, Tau> which) {
    List<Row> rows = league.rows();
    List<Layer> layers = new ArrayList<>();
    layers.add(zero(rows.size()));
    layers.add(intervals(rows, row -> which.apply(row.withTestLoss())));
    for (Invariance invariance : Invariance.values()) {
      int[] places =
          IntStream.range(0, rows.size())
              .filter(i -> rows.get(i).invariance() == invariance)
              .toArray();
      layers.add(
          new Dots(
              invariance.title(),
              invariance.ordinal(),
              Points.at(
                  Series.of(IntStream.of(places).mapToDouble(i -> i + 1).toArray()),
                  Series.of(
                      IntStream.of(places)
                          .mapToDouble(i -> which.apply(rows.get(i).withTestLoss()).value())
                          .toArray()))));
    }
    return new Figure(
        caption,
        FigureAxis.linear("Place in the table")
            .labelled(IntStream.rangeClosed(1, rows.size()).asDoubleStream().boxed().toList()),
        FigureAxis.linear("Kendall's τ with L_te(θ_tr)"),
        layers);
  }

  private static Layer zero(int rows) {
    return new Curve("0", GREY, Stroke.DASHED, Series.of(0.5, rows + 0.5), Series.of(0, 0));
  }

  /** A line from end to end of each interval, and a gap before the next. */
  private static Layer intervals(List<Row> rows, Function<Row, Tau> tau) {
    double[] x = new double[3 * rows.size()];
    double[] y = new double[x.length];
    for (int i = 0; i < rows.size(); i++) {
      Tau of = tau.apply(rows.get(i));
      y[3 * i] = of.interval().low();
      y[3 * i + 1] = of.interval().high();
      y[3 * i + 2] = Double.NaN;
      for (int end = 0; end < 3; end++) {
        x[3 * i + end] = i + 1;
      }
    }
    return new Curve("95 % over seeds", GREY, Stroke.SOLID, Series.of(x), Series.of(y));
  }

  private static Figure against(Row row, League league, Trends trends) {
    int[] byTemperature = Eq3Figure.byTemperature(trends);
    String unit = row.unit().isEmpty() ? "" : " (" + row.unit() + ")";
    return new Figure(
        new Caption(
            "league-" + row.id(),
            row.title() + " and the test loss",
            "",
            "Each point a trial; colours go from the lowest temperature, blue, to the highest, orange."),
        FigureAxis.linear(row.title() + unit),
        FigureAxis.linear("L_te(θ_tr) (nats per sample)"),
        List.of(
            new Dots(
                "Trials",
                0,
                Style.HEATED,
                Points.at(
                        Eq3Figure.ordered(row.values(), byTemperature),
                        Eq3Figure.ordered(league.testLoss(), byTemperature))
                    .of(IntStream.of(byTemperature).mapToObj(trends.origins()::get).toList()))));
  }

  /** The league of a sweep, where there is one. */
  static Optional<League> withRows(Optional<League> league) {
    return league.filter(found -> !found.rows().isEmpty());
  }
}
