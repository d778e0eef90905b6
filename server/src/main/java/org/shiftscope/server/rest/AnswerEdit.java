package org.shiftscope.server.rest;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentEdit;
import org.shiftscope.storage.Experiments;

/**
 * Changes what people put on an experiment: {@code {title, tags, favourite, archived, priority,
 * trialHours}}, of which each is optional; what is not named stays. 409 where it is deleted.
 */
record AnswerEdit(FindExperiment find, Experiments experiments, Host host)
    implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "editExperiment", "Changes what people put on it: title, tags, priority and so on")
        .says("What is not named stays as it is.")
        .takes(all -> ReadEdit.schema(), "What is to be otherwise")
        .answers(200, "The experiment as it is now", ExperimentJson::schema)
        .refuses(ProblemType.INVALID_SPEC, "A field breaks a law.")
        .refuses(ProblemType.CONFLICT, "It is deleted.");
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ExperimentEdit edit = ReadEdit.of(ReadBody.asJson(request, "an object"));
    edit.trialHours().ifPresent(host.limits()::checkHours);
    if (!experiments.edit(experiment.id(), edit)) {
      throw new ConflictResponse(Refusals.notEdited(experiment));
    }
    request.json(ExperimentJson.whole(find.in(request), request.contextPath()));
  }
}
