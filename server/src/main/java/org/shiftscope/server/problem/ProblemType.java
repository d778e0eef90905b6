package org.shiftscope.server.problem;

import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Named;

/**
 * The kinds of errors that REST answers with, each with a page that explains it: the {@code type}
 * of RFC 9457.
 */
public enum ProblemType implements Named {
  INVALID_SPEC(
      400,
      "The request breaks a law",
      "The JSON was read, but it asks for what cannot be. Each entry of problems names the field by"
          + " its path, the law that it must satisfy and the value that was given, all of them at"
          + " once: mend these and send it again. Nothing was kept.",
      false),
  DATASET_UNAVAILABLE(
      400,
      "A dataset's files are not there",
      "The spec names a dataset whose files are missing in the server's data folder, or are not"
          + " what their names say. The detail names the file. The digits need no files.",
      false),
  BAD_REQUEST(
      400,
      "The request cannot be read",
      "The body is no JSON, or a parameter or header is out of its range. The detail names it and"
          + " the values that it can have.",
      true),
  UNAUTHORIZED(
      401,
      "The server must know who asks",
      "The request carries no token, or one that has expired or was revoked. Send one as"
          + " Authorization: Bearer <token>.",
      true),
  FORBIDDEN(
      403,
      "This is not allowed",
      "Whoever asks, or the page from which the request comes, may not do this. The detail says"
          + " why.",
      true),
  NOT_FOUND(
      404,
      "There is nothing here",
      "Nothing is at this address, or what is named in it (an experiment, a trial, a point) is"
          + " unknown or was purged.",
      true),
  METHOD_NOT_ALLOWED(
      405,
      "This address is asked in another way",
      "The address is there, but not for this method. The Allow header and the description of the"
          + " interface (/api/docs) tell which it takes.",
      true),
  CONFLICT(
      409,
      "What is asked does not fit the state",
      "The experiment or the trial is in a state in which this changes nothing, such as cancelling"
          + " what has ended, or it cannot be read. The detail says which, and what to do first."
          + " Nothing was changed.",
      true),
  GONE(410, "This is there no more", "It was taken away, or it has expired.", true),
  PRECONDITION_FAILED(
      412,
      "Somebody changed it meanwhile",
      "What the If-Match header names is no longer the newest. Read it again, put both together, and"
          + " send the ETag that came with it. Nothing was changed.",
      true),
  TOO_LARGE(413, "The request is too large", "The body is larger than the server takes.", true),
  MISDIRECTED(
      421,
      "The server does not go by this name",
      "The Host header names another server than this one, which is how a page elsewhere can try to reach"
          + " it. Whoever runs the server adds names by the setting names (SHIFTSCOPE_NAMES).",
      true),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "The idempotency key belongs to another request",
      "An Idempotency-Key names one request. This one was sent before with another body, and made"
          + " an experiment. Take a new key for a new request; a retry must send the same bytes.",
      false),
  UNPROCESSABLE(422, "The request cannot be carried out", "The detail says why.", true),
  PRECONDITION_REQUIRED(
      428,
      "The version that you began with is needed",
      "Send the ETag of what you read in the If-Match header, so that nobody writes over what another"
          + " wrote meanwhile.",
      true),
  BUSY(
      429,
      "The server is asked for more than it takes at once",
      "Others are being answered, or too much was asked within a short time. Ask again after the"
          + " seconds that the Retry-After header gives.",
      true),
  FAILED(
      500,
      "The server failed",
      "This is a fault of Shiftscope or of its machine, not of the request. Its log tells why,"
          + " under the number in the detail: please report both.",
      true),
  OUT_OF_MEMORY(
      503,
      "The server's memory is taken",
      "Most likely the trials that run take it. Ask again after the seconds that the Retry-After"
          + " header gives.",
      false),
  UNAVAILABLE(
      503,
      "The server cannot do its work at the moment",
      "Most often its disk is full or its database is not there. The detail says what to do."
          + " Nothing was changed, and the server goes on by itself once it can.",
      true);

  private final int status;
  private final String title;
  private final String explanation;
  private final boolean ofStatus;

  /**
   * A kind.
   *
   * @param ofStatus whether it is that of its HTTP status where nothing more is known
   */
  ProblemType(int status, String title, String explanation, boolean ofStatus) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
    this.ofStatus = ofStatus;
  }

  /** That of an HTTP status alone, where there is one. */
  public static Optional<ProblemType> ofStatus(int status) {
    return Stream.of(values()).filter(type -> type.ofStatus && type.status == status).findFirst();
  }

  /** The HTTP status that it is answered with. */
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  /** What it means and what to do, a few sentences. */
  public String explanation() {
    return explanation;
  }

  /** Where its page is, from the root of the server. */
  public String path() {
    return "/api/problems/" + id();
  }
}
