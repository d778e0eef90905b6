package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.server.problem.ProblemType;

/** Shows one kind of problem to a person: the {@code type} of errors leads here. */
final class ShowProblem implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("showProblem", "Explains a kind of problem to a person")
        .answers(200, "The page", "text/html", Schemas.plain(Schemas.text()));
  }

  @Override
  public void handle(Context request) {
    ProblemType problem =
        Named.find(ProblemType.values(), request.pathParam("problem"))
            .orElseThrow(() -> new NotFoundResponse("There is nothing at " + request.path() + "."));
    WriteProblemPage.answer(request, problem.title(), List.of(problem));
  }
}
