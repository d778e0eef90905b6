package org.shiftscope.server.command;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A server refused a request: its problem details, as sentences for a person. */
final class RequestRefused extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonNode details;

  RequestRefused(int status, JsonNode details) {
    super(sentences(status, details));
    this.status = status;
    this.details = details;
  }

  private static String sentences(int status, JsonNode details) {
    String detail = details.path("detail").asString("The server answered with " + status + ".");
    JsonNode problems = details.path("problems");
    return problems.size() < 2
        ? detail
        : Stream.concat(
                Stream.of(detail),
                problems.valueStream().map(each -> "  " + each.path("message").asString("")))
            .collect(Collectors.joining(System.lineSeparator()));
  }

  JsonNode details() {
    return details;
  }

  int exitCode() {
    if (status >= 500 || status == 429) {
      return ExitCode.FAILED;
    }
    return details.path("problems").isEmpty() ? ExitCode.REFUSED : ExitCode.INVALID;
  }
}
