package org.shiftscope.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.Storage;

class AccountCommandTest {

  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path data;

  private final StringWriter said = new StringWriter();

  @Test
  void whoIsLockedOutGetsALinkOnTheServersMachine() {
    assertThat(account("add", "ada", "--port", "9000", "--path", "/lab")).isZero();
    String link = said.toString().strip();
    assertThat(link)
        .startsWith(
            "Start the server, and choose a password within a day:"
                + " http://localhost:9000/lab/set-password?link=");
    assertThat(account("list")).isZero();
    assertThat(said).hasToString("ada: administrator (invited)\n");

    choosePasswordBy(link);
    assertThat(account("list")).isZero();
    assertThat(said).hasToString("ada: administrator\n");
    assertThat(account("reset", "ada")).isZero();
    choosePasswordBy(said.toString().strip());

    assertThat(account("reset", "nobody")).isEqualTo(1);
    assertThat(said.toString()).contains("nobody");
    assertThat(account("unlink", "ada")).isEqualTo(1);
    assertThat(said.toString()).contains("linked with no OpenID provider");
    assertThat(account()).isEqualTo(2);
    assertThat(said.toString())
        .startsWith("What is to be done is missing: list, add, reset, or unlink.");
  }

  private void choosePasswordBy(String link) {
    String secret = link.substring(link.indexOf("?link=") + "?link=".length());
    try (Storage storage = Storage.open(data, Clock.systemUTC())) {
      storage.people().passwords().byLink(secret, "", PASSWORD);
      assertThat(storage.people().passwords().find(secret)).as("it works once").isEmpty();
    }
  }

  /** Returns the exit code. */
  private int account(String... arguments) {
    said.getBuffer().setLength(0);
    var out = new PrintWriter(said, true);
    List<String> where = arguments.length == 0 ? List.of() : List.of("--data", data.toString());
    return Shiftscope.commandLine()
        .setOut(out)
        .setErr(out)
        .execute(
            Stream.of(List.of("account"), List.of(arguments), where)
                .flatMap(List::stream)
                .toArray(String[]::new));
  }
}
