package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.shiftscope.compute.export.Table;
import org.shiftscope.compute.export.TabulateTrends;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.experiment.TabulateTrials;

/**
 * Shows a table of an experiment in a format: {@code trials} with all their numbers, or {@code
 * findings}, the means at each temperature with their tests.
 */
record ShowTable(FindExperiment find, Experiments experiments, FindIncluded found)
    implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return FindIncluded.describe(
        AnswerTable.describe(
            RouteDescription.named("getTable", "Hands out a table: trials or findings"),
            "The table"));
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    Include include = ReadInclude.of(request, spec);
    List<Trial> trials = experiments.trials(experiment.id());
    Findings findings = found.of(experiment, spec, trials, include);
    Table table =
        switch (request.pathParam("table")) {
          case "trials" -> TabulateTrials.of(spec, trials, findings);
          case "findings" ->
              TabulateTrends.of(Kind.of(spec).timedTrends(findings), include.leftOut());
          case String other ->
              throw new NotFoundResponse(
                  "There is no table " + other + ". There are trials and findings.");
        };
    AnswerTable.with(request, table, include.leftOut().file(experiment.id() + "-" + table.name()));
  }
}
