package org.shiftscope.server.rest;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.shiftscope.compute.export.WriteNpz;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;

/** Hands out the parameters of a trial at one of its points, as NumPy's {@code .npz}. */
record ShowParameters(FindExperiment find, FindTrial trials, Experiments experiments)
    implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "getParameters", "Hands out the parameters of a trial at one of its points")
        .answers(
            200,
            "NumPy's .npz, with PyTorch's names",
            "application/zip",
            Schemas.plain(Schemas.text().put("format", "binary")))
        .refuses(ProblemType.CONFLICT, "The trial has no result yet.")
        .refuses(ProblemType.NOT_FOUND, "It did not come to this point.");
  }

  @Override
  public void handle(Context request) throws IOException {
    Experiment experiment = find.in(request);
    NamedPoint point = point(request.pathParam("point"));
    Trial trial = trial(request, experiment);
    double[] theta =
        experiments
            .parameters(experiment.id(), trial.number(), point)
            .orElseThrow(() -> new NotFoundResponse(whyNone(trial, point)));
    var file = new ByteArrayOutputStream();
    WriteNpz.write(Kind.of(FindExperiment.specOf(experiment)).arrays(theta), file);
    String name = experiment.id() + "-" + trial.number() + "-" + point.id() + ".npz";
    request
        .contentType("application/zip")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .result(file.toByteArray());
  }

  private static NamedPoint point(String id) {
    return Named.find(NamedPoint.values(), id)
        .orElseThrow(
            () ->
                new NotFoundResponse(
                    "There is no point "
                        + id
                        + ". The points of a trial are "
                        + Named.ids(NamedPoint.values())
                        + "."));
  }

  /** A trial that has finished. */
  private Trial trial(Context request, Experiment experiment) {
    Trial trial = trials.in(request, experiment.id());
    if (trial.document().isEmpty()) {
      throw new ConflictResponse(
          "Trial "
              + trial.number()
              + " has no result: it is "
              + trial.state().id()
              + ". Its parameters are kept when it finishes.");
    }
    return trial;
  }

  private static String whyNone(Trial trial, NamedPoint point) {
    return "Trial "
        + trial.number()
        + " has no parameters at "
        + point.id()
        + ": "
        + trial
            .summary()
            .outcome()
            .map(outcome -> "it ended as " + outcome + " before it was there")
            .orElse("it has no result")
        + ", or an older version measured it, which kept none.";
  }
}
