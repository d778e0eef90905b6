package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.server.picture.DrawPicture;
import org.shiftscope.server.picture.DrawPicture.Drawing;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.chart.DrawFigure;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.FigureNumbers;
import org.shiftscope.ui.chart.PlotInPython;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.scatter.ChosenQuantities;
import org.shiftscope.ui.wording.Notation;

/**
 * Shows the numbers of a figure of an experiment as a table in a format; with {@code
 * ?format=python} a script for matplotlib that draws it from its CSV, with {@code svg} and {@code
 * png} the figure as the page saves it.
 */
record ShowFigure(FindExperiment find, FindFigures figures, DrawPicture draw)
    implements DescribedHandler {

  private static final String PYTHON = "python";
  private static final String SVG = "svg";
  private static final String PNG = "png";

  @Override
  public RouteDescription description() {
    return FindIncluded.describe(
            AnswerTable.describe(
                RouteDescription.named(
                    "getFigure", "Hands out a figure: its numbers, or as a picture"),
                "Numbers of the figure",
                PYTHON,
                SVG,
                PNG))
        .query("x", Schemas.text(), "Of the figure scatter: the quantity along the x axis")
        .query("y", Schemas.text(), "Of the figure scatter: the quantity along the y axis")
        .query("colour", Schemas.text(), "Of the figure scatter: the axis that colours tell apart")
        .query(
            "log", Schemas.text(), "Of the figure scatter: which axes are logarithmic, x, y or xy")
        .answers(
            200,
            "With format=python, a script that draws it from its CSV.",
            "text/x-python",
            Schemas.plain(Schemas.text()))
        .answers(200, "With format=svg, a picture.", "image/svg+xml", Schemas.plain(Schemas.text()))
        .answers(
            200,
            "With format=png, a picture of twice as many pixels.",
            "image/png",
            Schemas.plain(Schemas.text().put("format", "binary")))
        .refuses(ProblemType.BUSY, "Other pictures are drawn.")
        .refuses(ProblemType.NOT_FOUND, "It has no such figure.");
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    List<Figure> all =
        figures.of(experiment, ReadInclude.of(request, spec), scatter(request, spec));
    String id = request.pathParam("figure");
    Figure figure =
        all.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse(thereIsNone(id, all)));
    String file = figure.without().file(experiment.id() + "-" + id);
    switch (Optional.ofNullable(request.queryParam(AnswerTable.FORMAT)).orElse("")) {
      case PYTHON ->
          attach(request, "text/x-python", file + ".py")
              .result(PlotInPython.of(figure, file + ".csv"));
      case SVG -> {
        Drawing drawing = drawing(figure);
        attach(request, "image/svg+xml", file + ".svg")
            .result(draw.inTurn(RestApi.PATIENCE, () -> draw.svg(drawing)));
      }
      case PNG -> {
        Drawing drawing = drawing(figure);
        attach(request, "image/png", file + ".png")
            .result(draw.inTurn(RestApi.PATIENCE, () -> draw.png(drawing)));
      }
      default -> AnswerTable.with(request, FigureNumbers.of(figure).table(id), file);
    }
  }

  /** What is asked of the scatter; 400 for a quantity that there is not. */
  private static ScatterChoice scatter(Context request, ExperimentSpec spec) {
    var choice = ScatterChoice.from(name -> Optional.ofNullable(request.queryParam(name)));
    List<Problem> problems = ChosenQuantities.problems(spec, choice);
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return choice;
  }

  private static Context attach(Context request, String type, String file) {
    return request
        .contentType(type)
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"");
  }

  private static Drawing drawing(Figure figure) {
    if (!DrawPicture.isPossible()) {
      throw new ServiceUnavailableResponse(
          "This build has no script to draw with: take format=python, or the page's picture.");
    }
    var drawing =
        new Drawing(
            DrawFigure.option(figure, OptionalInt.empty()),
            Notation.chart(figure.caption().title()),
            figure.compares());
    if (drawing.isTooLarge()) {
      throw InvalidSpec.of(
          List.of(
              new Problem(
                  AnswerTable.FORMAT,
                  "must be a table's or python for a figure of so many points",
                  figure.id())));
    }
    return drawing;
  }

  private static String thereIsNone(String id, List<Figure> figures) {
    return "There is no figure "
        + id
        + (figures.isEmpty()
            ? ": nothing was measured yet."
            : ". There are "
                + figures.stream()
                    .map(figure -> figure.caption().id())
                    .collect(Collectors.joining(", "))
                + ".");
  }
}
