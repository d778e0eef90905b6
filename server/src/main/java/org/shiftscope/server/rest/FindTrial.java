package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;

/** Finds the trial that a request's path names; 404 where there is none. */
record FindTrial(Experiments experiments) {

  Trial in(Context request, ExperimentId id) {
    String number = request.pathParam("number");
    return Optional.of(number)
        .filter(text -> text.matches("0|[1-9][0-9]{0,8}"))
        .map(Integer::parseInt)
        .flatMap(each -> experiments.trial(id, each))
        .orElseThrow(
            () -> new NotFoundResponse("Experiment " + id + " has no trial " + number + "."));
  }
}
