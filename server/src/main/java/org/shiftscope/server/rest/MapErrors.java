package org.shiftscope.server.rest;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.shiftscope.compute.data.DatasetUnavailable;
import org.shiftscope.compute.estimate.NotEnoughMemory;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.server.access.TellTrouble;
import org.shiftscope.server.problem.ProblemDetails;
import org.shiftscope.server.problem.ProblemDetails.FieldProblem;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.IdempotencyKeyReused;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.accounts.AccountRefused;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.backup.BackupCancelled;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every exception into {@link ProblemDetails}. */
final class MapErrors {

  private static final Logger LOG = LoggerFactory.getLogger(MapErrors.class);
  private static final String NO_MEMORY =
      "The server's memory is taken, most likely by the trials that run: ask again later.";

  private static final Duration SOON = Duration.ofSeconds(5);

  private MapErrors() {}

  static void on(JavalinConfig config) {
    config.router.javaLangErrorHandler(MapErrors::broken);
    RoutesConfig routes = config.routes;
    routes.exception(InvalidSpec.class, (e, request) -> of(e).answer(request));
    routes.exception(DatasetUnavailable.class, (e, request) -> of(e).answer(request));
    routes.exception(IdempotencyKeyReused.class, MapErrors::reused);
    routes.exception(StorageUnavailable.class, MapErrors::storage);
    routes.exception(EndpointNotFound.class, MapErrors::unknownPath);
    routes.exception(HttpResponseException.class, MapErrors::refused);
    routes.exception(NotAllowed.class, MapErrors::notAllowed);
    routes.exception(AccountRefused.class, MapErrors::conflict);
    routes.exception(BackupCancelled.class, MapErrors::conflict);
    routes.exception(NoAnswer.class, MapErrors::busy);
    routes.exception(NotEnoughMemory.class, MapErrors::memory);
    routes.exception(Exception.class, MapErrors::unexpected);
  }

  static ProblemDetails of(InvalidSpec invalid) {
    List<Problem> problems = invalid.problems();
    String detail =
        problems.size() == 1
            ? problems.getFirst().message()
            : "The request has " + invalid.count() + " problems.";
    return ProblemDetails.of(ProblemType.INVALID_SPEC, detail)
        .with(problems.stream().map(FieldProblem::of).toList());
  }

  static ProblemDetails of(DatasetUnavailable unavailable) {
    String sentence = sentence(unavailable);
    return ProblemDetails.of(ProblemType.DATASET_UNAVAILABLE, sentence)
        .with(
            List.of(
                new FieldProblem(
                    "dataset.name", "must be a dataset whose files are there", "", sentence)));
  }

  private static void reused(IdempotencyKeyReused reused, Context request) {
    ProblemDetails.of(ProblemType.IDEMPOTENCY_KEY_REUSED, sentence(reused)).answer(request);
  }

  /** A full disk, for one: the sentence says what to do, and that nothing was changed. */
  private static void storage(StorageUnavailable unavailable, Context request) {
    LOG.error("{} {} failed", request.method(), request.path(), unavailable);
    ProblemDetails.of(ProblemType.UNAVAILABLE, TellTrouble.toWhoAsks(unavailable)).answer(request);
  }

  private static void busy(NoAnswer busy, Context request) {
    later(request, ProblemType.BUSY, sentence(busy), busy.after());
  }

  private static void memory(NotEnoughMemory none, Context request) {
    LOG.error("{} {} failed", request.method(), request.path(), none);
    later(request, ProblemType.OUT_OF_MEMORY, NO_MEMORY, SOON);
  }

  private static void later(Context request, ProblemType type, String sentence, Duration after) {
    ProblemDetails.of(type, sentence)
        .answer(request.header("Retry-After", Long.toString(after.toSeconds())));
  }

  private static void unknownPath(EndpointNotFound unknown, Context request) {
    ProblemDetails.of(ProblemType.NOT_FOUND, "There is nothing at " + request.path() + ".")
        .answer(request);
  }

  private static void refused(HttpResponseException refused, Context request) {
    refused.getDetails().forEach(request::header);
    ProblemDetails.ofStatus(refused.getStatus(), sentence(refused)).answer(request);
  }

  /** Who has not signed in is told how; who has, that they may not. */
  private static void notAllowed(NotAllowed notAllowed, Context request) {
    boolean nobody = Asker.current().map(Asker::role).orElse(Role.NOBODY) == Role.NOBODY;
    if (nobody) {
      request.header("WWW-Authenticate", "Bearer");
    }
    ProblemDetails.of(
            nobody ? ProblemType.UNAUTHORIZED : ProblemType.FORBIDDEN, sentence(notAllowed))
        .answer(request);
  }

  private static void conflict(Exception refused, Context request) {
    ProblemDetails.of(ProblemType.CONFLICT, sentence(refused)).answer(request);
  }

  /** A bug or a broken machine: the log has the whole under the number that the answer names. */
  private static void unexpected(Exception e, Context request) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("{} {} failed ({})", request.method(), request.path(), number, e);
    ProblemDetails.of(
            ProblemType.FAILED,
            "The server failed; its log tells why under the number " + number + ".")
        .answer(request);
  }

  /** Such as the end of memory: whatever it was, the answer says that it failed. */
  private static void broken(HttpServletResponse response, Error thrown) {
    GoOn.after(thrown, LOG, "A request failed");
    ProblemDetails details =
        thrown instanceof OutOfMemoryError
            ? ProblemDetails.of(ProblemType.OUT_OF_MEMORY, NO_MEMORY)
            : ProblemDetails.of(ProblemType.FAILED, "The server failed; its log tells why.");
    try {
      details.answer("", response); // nothing is known of the request
    } catch (IOException gone) {
      LOG.debug("Nobody waits for the answer", gone);
    }
  }

  private static String sentence(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
