package org.shiftscope.server.web;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.shiftscope.server.problem.ProblemDetails;
import org.shiftscope.server.problem.ProblemType;

/**
 * Lets through what is asked below the server's path, to the letter: who may ask is told by what is
 * written behind it. Whoever asks for the root is led there.
 */
final class BelowPath extends Handler.Wrapper {

  private final String path;

  /**
   * Wraps what answers.
   *
   * @param path such as {@code /shiftscope}
   */
  BelowPath(String path, Handler behind) {
    super(behind);
    this.path = path;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String written = String.valueOf(request.getHttpURI().getPath());
    if (written.startsWith(path + "/")) {
      return super.handle(request, response, callback);
    }
    if (written.equals("/") || written.equals(path)) {
      Response.sendRedirect(request, response, callback, path + "/");
    } else {
      ProblemDetails.of(
              ProblemType.NOT_FOUND, "There is nothing here: this server is below " + path + "/.")
          .answer(path, response, callback);
    }
    return true;
  }
}
