package org.shiftscope.server.rest;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;

/**
 * Cancels, retries, deletes or restores an experiment; 409 with a sentence where nothing changed.
 *
 * @param change makes the change, and tells whether anything changed
 * @param refusal says why nothing changed
 * @param description describes it
 */
record AnswerChange(
    FindExperiment find,
    Predicate<ExperimentId> change,
    Function<Experiment, String> refusal,
    RouteDescription description)
    implements DescribedHandler {

  /**
   * Describes a change.
   *
   * @param summary what it does
   * @param refusal when it does nothing
   */
  static RouteDescription change(String id, String summary, String refusal) {
    return RouteDescription.named(id, summary)
        .answers(200, "The experiment as it is now", ExperimentJson::schema)
        .refuses(ProblemType.CONFLICT, refusal);
  }

  @Override
  public void handle(Context request) {
    ExperimentId id = find.in(request).id();
    boolean changed = change.test(id);
    Experiment now = find.in(request);
    if (!changed) {
      throw new ConflictResponse(refusal.apply(now));
    }
    request.json(ExperimentJson.whole(now, request.contextPath()));
  }
}
