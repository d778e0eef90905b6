package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Archives;
import org.shiftscope.storage.Archives.Imported;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;

/** Takes in an archive, the request's body as it is; 409 where its experiment is here already. */
record AnswerImport(Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("importExperiment", "Takes an experiment from an archive")
        .takesBytes("application/zip", "What getArchive answered, here or elsewhere")
        .answers(201, "The experiment", ExperimentJson::schema)
        .withHeader(201, "Location", "Its address")
        .refuses(ProblemType.INVALID_SPEC, "An entry of the archive is wrong; nothing was stored.")
        .refuses(ProblemType.CONFLICT, "The experiment is here already.")
        .refuses(ProblemType.TOO_LARGE, "The archive is too large.");
  }

  @Override
  public void handle(Context request) {
    if (request.req().getContentLengthLong() > Archives.LARGEST) {
      throw new ContentTooLargeResponse(
          "The archive is larger than " + (Archives.LARGEST >> 30) + " GiB.");
    }
    Imported imported = read(request);
    if (!imported.stored()) {
      throw new ConflictResponse(
          "Experiment "
              + imported.experiment()
              + " is here already, in the bin perhaps: nothing was imported and nothing changed. To"
              + " take it from the archive, delete and purge it first.");
    }
    Experiment experiment = experiments.find(imported.experiment()).orElseThrow();
    request
        .status(HttpStatus.CREATED)
        .header("Location", request.contextPath() + ExperimentJson.path(experiment))
        .json(ExperimentJson.whole(experiment, request.contextPath()));
  }

  private Imported read(Context request) {
    try {
      return experiments.archives().read(request.req().getInputStream());
    } catch (IOException | HttpException.RuntimeException e) { // such as a connection that ends
      throw new BadRequestResponse("The body could not be read: " + e.getMessage() + ".");
    }
  }
}
