package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.List;
import org.shiftscope.server.problem.ProblemType;

/** Shows all kinds of problems to a person. */
final class ListProblems implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("listProblems", "Explains all kinds of problems to a person")
        .answers(200, "The page", "text/html", Schemas.plain(Schemas.text()));
  }

  @Override
  public void handle(Context request) {
    WriteProblemPage.answer(request, "Problems of requests", List.of(ProblemType.values()));
  }
}
