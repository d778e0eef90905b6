package org.shiftscope.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.comparison.ComparisonChoice;
import org.shiftscope.ui.comparison.FindComparisonFigures;
import org.shiftscope.ui.comparison.MeanBand;

/**
 * The figures of a comparison as its page shows them: their list, and each by itself.
 *
 * @param find which comparison
 * @param experiments where trials are read
 * @param answer hands out one
 */
record ComparisonFigureRoutes(FindComparison find, Experiments experiments, AnswerFigure answer) {

  private static final String ALL = "/api/comparison/figures";

  private static final RouteDescription LIST =
      choosing("listComparisonFigures", "Lists the figures of a comparison")
          .answers(200, "The figures, in the order of the page", FigureJson.schema());

  private static final RouteDescription SHOW =
      AnswerFigure.describe(
          choosing(
              "getComparisonFigure",
              "Hands out a figure of a comparison: its numbers, or as a picture"));

  void on(RoutesConfig routes) {
    routes
        .get(ALL, new Described(LIST, this::list))
        .get(ALL + "/{figure}", new Described(SHOW, this::show));
  }

  private static RouteDescription choosing(String id, String summary) {
    return FindComparison.describe(RouteDescription.named(id, summary))
        .query(
            "quantity",
            Schemas.text(),
            "The quantity of the first figures: its id, with -at-τ where it is of a flow time; the"
                + " first where it is left out")
        .query("spread", Schemas.oneOf(MeanBand.values()), "What the bands of the means are")
        .query(
            "lines",
            Schemas.text(),
            "The trials whose lines are laid over one another: id:number, at most "
                + ComparisonChoice.MOST_LINES
                + " with commas between them; one of each experiment where it is left out")
        .query("x", Schemas.text(), "The quantity along the x axis of the figure scatter")
        .query("y", Schemas.text(), "The quantity along its y axis; it is there with both")
        .query("log", Schemas.text(), "Which of its axes are logarithmic, x, y or xy")
        .refuses(ProblemType.INVALID_SPEC, "They cannot be compared, or have no such figures.");
  }

  private void list(Context request) {
    String path = request.contextPath() + ALL + "/";
    request.json(FigureJson.of(figures(request), id -> path + id + "?" + request.queryString()));
  }

  private void show(Context request) {
    answer.with(request, figures(request), "comparison");
  }

  private List<Figure> figures(Context request) {
    FindComparison.Found found = find.in(request);
    return new FindComparisonFigures(experiments, found.compared(), found.comparison())
        .of(name -> Optional.ofNullable(request.queryParam(name)));
  }
}
