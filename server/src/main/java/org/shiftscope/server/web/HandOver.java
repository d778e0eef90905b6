package org.shiftscope.server.web;

import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hands requests over to the threads that answer, which may wait: the one that hears of requests
 * must not.
 */
final class HandOver extends Handler.Wrapper {

  HandOver(Handler behind) {
    super(behind);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    try {
      request.getComponents().getExecutor().execute(() -> answer(request, response, callback));
    } catch (RejectedExecutionException stopping) {
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
    return true;
  }

  private void answer(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Throwable thrown) {
      Response.writeError(request, response, callback, thrown);
    }
  }
}
