package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.chart.ScatterChoice;

/** Lists the figures of an experiment; none before something was measured. */
record ListFigures(FindExperiment find, FindFigures figures) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return FindIncluded.describe(
            RouteDescription.named("listFigures", "Lists the figures of an experiment"))
        .answers(200, "The figures, in the order of the page", FigureJson.schema());
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    Include include = ReadInclude.of(request, FindExperiment.specOf(experiment));
    String path = request.contextPath() + ExperimentJson.path(experiment) + "/figures/";
    request.json(
        FigureJson.of(
            figures.of(experiment, include, ScatterChoice.FIRST),
            id -> path + id + ReadInclude.query(include)));
  }
}
