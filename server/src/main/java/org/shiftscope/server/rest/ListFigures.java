package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the figures of an experiment; none before something was measured. */
record ListFigures(FindExperiment find, FindFigures figures) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return FindIncluded.describe(
            RouteDescription.named("listFigures", "Lists the figures of an experiment"))
        .answers(
            200,
            "The figures, in the order of the page",
            Schemas.listOf(
                all ->
                    Schemas.object("A figure.")
                        .field("id", Schemas.text(), "Its id")
                        .field("title", Schemas.text(), "What is drawn")
                        .field("sentence", Schemas.text(), "What it shows")
                        .field("link", Schemas.text(), "Its address")
                        .end()));
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    Include include = ReadInclude.of(request, FindExperiment.specOf(experiment));
    figures.of(experiment, include, ScatterChoice.FIRST).stream()
        .map(
            figure ->
                json(request.contextPath() + ExperimentJson.path(experiment), figure, include))
        .forEach(json::add);
    request.json(json);
  }

  private static ObjectNode json(String experiment, Figure figure, Include include) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", figure.id())
        .put("title", Notation.plain(figure.caption().title()))
        .put("sentence", Notation.plain(figure.caption().sentence()))
        .put("link", experiment + "/figures/" + figure.id() + ReadInclude.query(include));
  }
}
