package org.shiftscope.server.web;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.shiftscope.server.rest.ShowLive;

/**
 * Answers whether the process lives, on the thread that hears of requests, which does no other
 * work: also while every thread that answers is taken. All else goes on to these.
 */
final class AnswerAlive extends Handler.Wrapper {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final String path;
  private final Supplier<Optional<String>> deadlock;

  /**
   * Wraps what answers all else.
   *
   * @param path below which the server is; empty for the root
   */
  AnswerAlive(String path, Supplier<Optional<String>> deadlock, Handler behind) {
    super(behind);
    this.path = path + ShowLive.PATH;
    this.deadlock = deadlock;
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!path.equals(request.getHttpURI().getPath()) || !READS.contains(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    Optional<String> stuck = deadlock.get();
    response.setStatus(stuck.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE_503 : HttpStatus.OK_200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, ShowLive.json(stuck).toString(), callback);
    return true;
  }
}
