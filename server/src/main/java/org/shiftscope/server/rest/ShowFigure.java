package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.FigureNumbers;
import org.shiftscope.ui.chart.PlotInPython;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.Results;

/**
 * Shows the numbers of a figure of an experiment as a table in a format; with {@code
 * ?format=python} a script for matplotlib that draws it from its CSV.
 */
record ShowFigure(FindExperiment find, Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return AnswerTable.describe(
            RouteDescription.named("getFigure", "Hands out the numbers of a figure"),
            "Numbers of the figure",
            "python")
        .query(ReadInclude.NAME, Schemas.oneOf(Include.values()), "Which trials count")
        .answers(
            200,
            "With format=python, a script that draws it from its CSV.",
            "text/x-python",
            Schemas.plain(Schemas.text()))
        .refuses(ProblemType.NOT_FOUND, "It has no such figure.");
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    Include include = ReadInclude.of(request);
    List<Figure> figures = figures(experiment, spec, include);
    String id = request.pathParam("figure");
    Figure figure =
        figures.stream()
            .filter(each -> each.caption().id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse(thereIsNone(id, figures)));
    String file = experiment.id() + "-" + id;
    if ("python".equals(request.queryParam("format"))) {
      request
          .contentType("text/x-python")
          .header("Content-Disposition", "attachment; filename=\"" + file + ".py\"")
          .result(PlotInPython.of(figure, file + ".csv"));
    } else {
      AnswerTable.with(request, FigureNumbers.of(figure).table(id), file);
    }
  }

  private List<Figure> figures(Experiment experiment, ExperimentSpec spec, Include include) {
    List<Trial> trials = experiments.trials(experiment.id());
    var results =
        new Results(
            trials, Optional.of(experiments.findings().of(experiment.id(), spec, trials, include)));
    return KindPage.of(spec).tabs().stream()
        .flatMap(tab -> tab.figures().of(OptionalDouble.empty(), results).stream())
        .toList();
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
