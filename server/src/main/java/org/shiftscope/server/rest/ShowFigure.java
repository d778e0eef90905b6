package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.scatter.ChosenQuantities;

/** Hands out a figure of an experiment, as {@link AnswerFigure} does. */
record ShowFigure(FindExperiment find, FindFigures figures, AnswerFigure answer)
    implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return FindIncluded.describe(
            AnswerFigure.describe(
                RouteDescription.named(
                    "getFigure", "Hands out a figure: its numbers, or as a picture")))
        .query("x", Schemas.text(), "Of the figure scatter: the quantity along the x axis")
        .query("y", Schemas.text(), "Of the figure scatter: the quantity along the y axis")
        .query("colour", Schemas.text(), "Of the figure scatter: the axis that colours tell apart")
        .query(
            "log", Schemas.text(), "Of the figure scatter: which axes are logarithmic, x, y or xy");
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    answer.with(
        request,
        figures.of(experiment, ReadInclude.of(request, spec), scatter(request, spec)),
        experiment.id().value());
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
}
