package org.shiftscope.server.rest;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;

/**
 * Changes what people put on an experiment: {@code {title, tags, favourite, archived}}, of which
 * each is optional; what is not named stays. 409 where it is deleted.
 */
record AnswerEdit(FindExperiment find, Experiments experiments) implements Handler {

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    if (!experiments.edit(experiment.id(), ReadEdit.of(ReadBody.asJson(request, "an object")))) {
      throw new ConflictResponse(Refusals.notEdited(experiment));
    }
    request.json(ExperimentJson.whole(find.in(request)));
  }
}
