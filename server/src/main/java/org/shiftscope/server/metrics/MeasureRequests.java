package org.shiftscope.server.metrics;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Tells {@link Metrics} of each request by its route: the template, {@code /api/experiments/{id}},
 * not what was asked. What no route of REST answers is told by what it belongs to. Streams of
 * events and websockets last as long as their readers like: their time is none of an answer.
 */
public final class MeasureRequests extends HttpFilter {

  /** The attribute of a request in which REST says which route answers it. */
  public static final String ROUTE = MeasureRequests.class.getName() + ".route";

  private static final long serialVersionUID = 1L;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final int SWITCHING = 101;

  private final transient Metrics metrics;

  /** {@code metrics} hears of them. */
  public MeasureRequests(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begun = System.nanoTime();
    boolean later = false;
    try {
      chain.doFilter(request, response);
      later = request.isAsyncStarted();
    } finally {
      if (later) {
        request.getAsyncContext().addListener(new Later(request, response, begun));
      } else {
        tell(request, response, begun);
      }
    }
  }

  private void tell(HttpServletRequest request, HttpServletResponse response, long begun) {
    String type = Optional.ofNullable(response.getContentType()).orElse("");
    if (response.getStatus() == SWITCHING || type.startsWith("text/event-stream")) {
      return;
    }
    metrics.answered(
        METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
        route(request),
        response.getStatus(),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private static String route(HttpServletRequest request) {
    if (request.getAttribute(ROUTE) instanceof String route) {
      return route;
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith("/api/")) {
      return "/api, no route";
    }
    if (path.startsWith("/s/")) {
      return "shared pages";
    }
    return path.startsWith("/VAADIN/") ? "files of pages" : "pages";
  }

  /** Tells once an answer that another thread gives is there. */
  private final class Later implements AsyncListener {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final long begun;

    Later(HttpServletRequest request, HttpServletResponse response, long begun) {
      this.request = request;
      this.response = response;
      this.begun = begun;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      tell(request, response, begun);
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
