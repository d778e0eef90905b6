package org.shiftscope.server.problem;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.shiftscope.compute.spec.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as RFC 9457 has it, with {@code problems}: each field that is wrong, its law and its
 * value.
 *
 * @param status the HTTP status
 * @param type its kind; empty for a status that has none of its own: {@code about:blank}
 * @param detail what happened and what to do, a sentence
 * @param problems the fields that are wrong; empty where no field is to blame
 */
public record ProblemDetails(
    int status, Optional<ProblemType> type, String detail, List<FieldProblem> problems) {

  public static final String CONTENT_TYPE = "application/problem+json";

  public ProblemDetails {
    problems = List.copyOf(problems);
  }

  /** One of a kind, with nothing to say of single fields. */
  public static ProblemDetails of(ProblemType type, String detail) {
    return new ProblemDetails(type.status(), Optional.of(type), detail, List.of());
  }

  /** One of an HTTP status. */
  public static ProblemDetails ofStatus(int status, String detail) {
    return new ProblemDetails(status, ProblemType.ofStatus(status), detail, List.of());
  }

  /** The same of these fields. */
  public ProblemDetails with(List<FieldProblem> told) {
    return new ProblemDetails(status, type, detail, told);
  }

  /** Answers a request with it. */
  public void answer(Context request) {
    request
        .status(status)
        .contentType(CONTENT_TYPE)
        .result(
            // Bytes, since text would be written in the alphabet of HTTP's beginnings.
            json(request.contextPath(), Optional.of(request.path()))
                .toString()
                .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Its JSON.
   *
   * @param root where the server's addresses begin; most often empty
   * @param instance what was asked, where that is known
   */
  public ObjectNode json(String root, Optional<String> instance) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", type.map(known -> root + known.path()).orElse("about:blank"))
            .put(
                "title",
                type.map(ProblemType::title)
                    .orElseGet(() -> HttpStatus.forStatus(status).getMessage()))
            .put("status", status)
            .put("detail", detail);
    instance.ifPresent(asked -> json.put("instance", asked));
    ArrayNode each = json.putArray("problems");
    problems.forEach(problem -> each.add(problem.json()));
    return json;
  }

  /**
   * Answers with it where no route does.
   *
   * @param root where the server's addresses begin; most often empty
   */
  public void answer(String root, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(CONTENT_TYPE);
    response.setHeader("Cache-Control", "no-store");
    String json = json(root, Optional.empty()).toString();
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Answers with it where there is no servlet yet.
   *
   * @param root where the server's addresses begin; most often empty
   */
  public void answer(String root, Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, json(root, Optional.empty()).toString(), callback);
  }

  /**
   * A field that is wrong.
   *
   * @param field its path; empty for the whole
   * @param law what it must satisfy
   * @param value the value given; empty where there was none
   * @param message the whole as a sentence
   */
  public record FieldProblem(String field, String law, String value, String message) {

    /** That of a spec. */
    public static FieldProblem of(Problem problem) {
      return new FieldProblem(problem.field(), problem.law(), problem.value(), problem.message());
    }

    private ObjectNode json() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("field", field)
          .put("law", law)
          .put("value", value)
          .put("message", message);
    }
  }
}
