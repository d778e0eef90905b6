package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.FigureNumbers;
import org.shiftscope.ui.chart.PlotInPython;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.scatter.ChosenQuantities;
import org.shiftscope.ui.scatter.ScatterTab;

/**
 * Shows the numbers of a figure of an experiment as a table in a format; with {@code
 * ?format=python} a script for matplotlib that draws it from its CSV.
 */
record ShowFigure(FindExperiment find, Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return ReadInclude.describe(
            AnswerTable.describe(
                RouteDescription.named("getFigure", "Hands out the numbers of a figure"),
                "Numbers of the figure",
                "python"))
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
        .refuses(ProblemType.NOT_FOUND, "It has no such figure.");
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    List<Figure> figures =
        figures(experiment, spec, ReadInclude.of(request, spec), scatter(request, spec));
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

  /** What is asked of the scatter; 400 for a quantity that there is not. */
  private static ScatterChoice scatter(Context request, ExperimentSpec spec) {
    var choice = ScatterChoice.from(name -> Optional.ofNullable(request.queryParam(name)));
    List<Problem> problems = ChosenQuantities.problems(spec, choice);
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return choice;
  }

  private List<Figure> figures(
      Experiment experiment, ExperimentSpec spec, Include include, ScatterChoice scatter) {
    List<Trial> trials = experiments.trials(experiment.id());
    var results =
        new Results(
            trials, Optional.of(experiments.findings().of(experiment.id(), spec, trials, include)));
    return Stream.concat(KindPage.of(spec).tabs().stream(), Stream.of(ScatterTab.of(spec, scatter)))
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
