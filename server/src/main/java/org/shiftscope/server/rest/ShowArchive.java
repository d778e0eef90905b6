package org.shiftscope.server.rest;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Archives;
import org.shiftscope.storage.Archives.Export;
import org.shiftscope.storage.Experiment;

/**
 * Hands out an experiment that has ended as an archive, written while it is sent; {@code
 * ?parameters=true} adds the parameters at the points of its trials.
 */
record ShowArchive(FindExperiment find, Archives archives, String version)
    implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getArchive", "Hands out the whole experiment as an archive")
        .query(
            PARAMETERS,
            Schemas.truth().put("default", false),
            "Whether the parameters of trials are in it")
        .answers(
            200,
            "A zip, which importExperiment takes",
            "application/zip",
            Schemas.plain(Schemas.text().put("format", "binary")))
        .refuses(ProblemType.CONFLICT, "The experiment has not ended.");
  }

  private static final String PARAMETERS = "parameters";

  @Override
  public void handle(Context request) throws IOException {
    Experiment experiment = find.in(request);
    boolean parameters = parameters(request);
    if (!experiment.state().ended()) {
      throw new ConflictResponse(
          "Experiment "
              + experiment.id()
              + " has not ended: wait until it has, or cancel it, and export it then.");
    }
    String server = request.scheme() + "://" + request.host() + request.contextPath();
    String page = server + "/experiments/" + experiment.id();
    request
        .contentType("application/zip")
        .header(
            "Content-Disposition",
            "attachment; filename=\"shiftscope-" + experiment.id() + ".zip\"");
    archives.write(experiment, new Export(parameters, page, version), request.outputStream());
  }

  private static boolean parameters(Context request) {
    return switch (Optional.ofNullable(request.queryParam(PARAMETERS)).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      case String other ->
          throw InvalidSpec.of(List.of(new Problem(PARAMETERS, "must be true or false", other)));
    };
  }
}
