package org.shiftscope.server.rest;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;

/**
 * Cancels, retries, deletes or restores an experiment; 409 with a sentence where nothing changed.
 *
 * @param change makes the change, and tells whether anything changed
 * @param refusal says why nothing changed
 */
record AnswerChange(
    FindExperiment find, Predicate<ExperimentId> change, Function<Experiment, String> refusal)
    implements Handler {

  @Override
  public void handle(Context request) {
    ExperimentId id = find.in(request).id();
    boolean changed = change.test(id);
    Experiment now = find.in(request);
    if (!changed) {
      throw new ConflictResponse(refusal.apply(now));
    }
    request.json(ExperimentJson.whole(now));
  }
}
