package org.shiftscope.server.rest;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.shiftscope.compute.data.DatasetUnavailable;
import org.shiftscope.compute.estimate.NotEnoughMemory;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns every exception into JSON: {@code {error: a sentence, problems: [...]}}. */
final class MapErrors {

  private static final Logger LOG = LoggerFactory.getLogger(MapErrors.class);

  private static final String NO_MEMORY =
      "The server's memory is taken, most likely by the trials that run: ask again later.";

  /** Seconds. */
  private static final String RETRY_AFTER = "5";

  private MapErrors() {}

  static void on(JavalinConfig config) {
    config.router.javaLangErrorHandler(MapErrors::broken);
    RoutesConfig routes = config.routes;
    routes.exception(InvalidSpec.class, MapErrors::invalid);
    routes.exception(DatasetUnavailable.class, MapErrors::unavailable);
    routes.exception(StorageUnavailable.class, MapErrors::storage);
    routes.exception(EndpointNotFound.class, MapErrors::unknownPath);
    routes.exception(HttpResponseException.class, MapErrors::refused);
    routes.exception(NoAnswer.class, MapErrors::busy);
    routes.exception(NotEnoughMemory.class, MapErrors::memory);
    routes.exception(Exception.class, MapErrors::unexpected);
  }

  private static void invalid(InvalidSpec invalid, Context request) {
    List<Problem> problems = invalid.problems();
    ObjectNode json =
        error(
            problems.size() == 1
                ? problems.getFirst().message()
                : "The experiment has " + invalid.count() + " problems.");
    problems.forEach(problem -> add(json, problem, problem.message()));
    request.status(HttpStatus.BAD_REQUEST).json(json);
  }

  private static void unavailable(DatasetUnavailable unavailable, Context request) {
    ObjectNode json = error(sentence(unavailable));
    var problem = new Problem("dataset.name", "must be a dataset whose files are there", "");
    add(json, problem, sentence(unavailable));
    request.status(HttpStatus.BAD_REQUEST).json(json);
  }

  /** A full disk, for one: the sentence says what to do, and that nothing was changed. */
  private static void storage(StorageUnavailable unavailable, Context request) {
    LOG.error("{} {} failed", request.method(), request.path(), unavailable);
    request.status(HttpStatus.SERVICE_UNAVAILABLE).json(error(sentence(unavailable)));
  }

  private static void busy(NoAnswer busy, Context request) {
    later(request, HttpStatus.TOO_MANY_REQUESTS, sentence(busy));
  }

  private static void memory(NotEnoughMemory none, Context request) {
    LOG.error("{} {} failed", request.method(), request.path(), none);
    later(request, HttpStatus.SERVICE_UNAVAILABLE, NO_MEMORY);
  }

  private static void later(Context request, HttpStatus status, String sentence) {
    request.status(status).header("Retry-After", RETRY_AFTER).json(error(sentence));
  }

  private static void unknownPath(EndpointNotFound unknown, Context request) {
    request.status(HttpStatus.NOT_FOUND).json(error("There is nothing at " + request.path() + "."));
  }

  private static void refused(HttpResponseException refused, Context request) {
    refused.getDetails().forEach(request::header);
    request.status(refused.getStatus()).json(error(sentence(refused)));
  }

  /** A bug or a broken machine: the log has the whole under the number that the answer names. */
  private static void unexpected(Exception e, Context request) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("{} {} failed ({})", request.method(), request.path(), number, e);
    request
        .status(HttpStatus.INTERNAL_SERVER_ERROR)
        .json(error("The server failed; its log tells why under the number " + number + "."));
  }

  /** Such as the end of memory: whatever it was, the answer says that it failed. */
  private static void broken(HttpServletResponse response, Error thrown) {
    boolean memory = thrown instanceof OutOfMemoryError;
    LOG.error("A request failed", thrown);
    response.setStatus(memory ? 503 : 500);
    response.setContentType("application/json");
    String sentence = memory ? NO_MEMORY : "The server failed; its log tells why.";
    try {
      response.getOutputStream().write(error(sentence).toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      LOG.debug("Nobody waits for the answer", gone);
    }
  }

  static ObjectNode error(String sentence) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("error", sentence);
    json.putArray("problems");
    return json;
  }

  private static void add(ObjectNode json, Problem problem, String message) {
    ((ArrayNode) json.get("problems"))
        .addObject()
        .put("field", problem.field())
        .put("law", problem.law())
        .put("value", problem.value())
        .put("message", message);
  }

  private static String sentence(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
