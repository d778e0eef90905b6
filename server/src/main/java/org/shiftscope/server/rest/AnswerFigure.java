package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.server.picture.DrawPicture;
import org.shiftscope.server.picture.DrawPicture.Drawing;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.ui.chart.DrawFigure;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.FigureNumbers;
import org.shiftscope.ui.chart.PlotInPython;
import org.shiftscope.ui.wording.Notation;

/**
 * Answers with a figure in the format that a request names: the numbers of it as a table; with
 * {@code ?format=python} a script for matplotlib that draws it from its CSV, with {@code svg} and
 * {@code png} the figure as the page saves it.
 */
record AnswerFigure(DrawPicture draw) {

  private static final String PYTHON = "python";
  private static final String SVG = "svg";
  private static final String PNG = "png";

  /** Says of a route that it answers with a figure. */
  static RouteDescription describe(RouteDescription route) {
    return AnswerTable.describe(route, "Numbers of the figure", PYTHON, SVG, PNG)
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
        .refuses(ProblemType.NOT_FOUND, "There is no such figure.");
  }

  /** Answers with the one of these that the path names; {@code of} begins the file's name. */
  void with(Context request, List<Figure> all, String of) {
    String id = request.pathParam("figure");
    Figure figure =
        all.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse(thereIsNone(id, all)));
    String file = figure.without().file(of + "-" + id);
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
