package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database of PostgreSQL that cannot be used is refused in a sentence that says what to do. */
@Timeout(60)
final class PostgresUnavailableTest {

  @TempDir Path folder;

  private final PostgresServer server = PostgresServer.shared();

  private void refused(DatabaseAddress address, String begin, String end) {
    assertThatThrownBy(
            () -> Storage.open(new RecordPlace(folder, Optional.of(address)), Clock.systemUTC()))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageStartingWith(begin)
        .hasMessageEndingWith(end);
  }

  @Test
  void anAddressThatIsNone() {
    refused(
        PostgresServer.at("postgres://localhost/lab"),
        "The database must be an address such as jdbc:postgresql://localhost:5432/shiftscope, and"
            + " postgres://localhost/lab is none",
        "for H2 in the data folder.");
  }

  @Test
  void aPortAtWhichNobodyListens() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/lab";
    refused(
        PostgresServer.at(url + "?sslmode=disable"),
        "The database " + url + " does not answer (Connection refused",
        "before you make it again.");
  }

  @Test
  void aDatabaseThatIsNotThere() {
    DatabaseAddress missing = server.address("no_such_lab");
    refused(
        missing,
        "The database " + missing.url() + " is not there (",
        "make it, by CREATE DATABASE, or name another.");
  }

  @Test
  void aWrongPasswordWhichNoSentenceHolds() throws Exception {
    String url = server.guarded().url();
    for (Optional<String> password : List.of(Optional.of("s3cret"), Optional.<String>empty())) {
      refused(
          new DatabaseAddress(url, Optional.of("guest"), password),
          "The database " + url + " does not let the role guest in (",
          "and the server's pg_hba.conf.");
    }
    assertThat(new DatabaseAddress(url, Optional.of("guest"), Optional.of("s3cret")).toString())
        .isEqualTo("guest at " + url);
  }

  @Test
  void aRoleThatMayMakeNoTables() throws Exception {
    DatabaseAddress guarded = server.guarded();
    refused(
        guarded,
        "The database " + guarded.url() + " does not let this role make its tables (",
        "make the role the database's owner.");
  }

  @Test
  void aDatabaseThatKeepsNoUnicode() throws Exception {
    try (Connection other = server.connect("postgres");
        var statement = other.createStatement()) {
      statement.execute("CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
    }
    DatabaseAddress ascii = server.address("ascii");
    refused(
        ascii,
        "The database " + ascii.url() + " keeps text as SQL_ASCII",
        "make one with ENCODING 'UTF8'.");
  }

  @Test
  void aSchemaOfANewerVersionAndOneOfSomethingElse() {
    DatabaseAddress database = server.fresh();
    var place = new RecordPlace(folder, Optional.of(database));
    Storage.open(place, Clock.systemUTC()).close();
    PostgresServer.execute(
        database,
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success) VALUES (999, '999', 'future', 'SQL',"
            + " 'V999__future.sql', 'x', 1, TRUE)");
    refused(
        database,
        "The database was written by a newer version of Shiftscope (its schema is 999,",
        "or choose another database. Nothing was changed.");
    PostgresServer.execute(database, "DROP TABLE flyway_schema_history");
    refused(
        database,
        "The database " + database.shown() + " holds tables of something else",
        "by ?currentSchema=shiftscope.");
  }

  @Test
  void aServerThatIsTooOld() {
    assertThat(SayWhyPostgres.tooOld(server.fresh(), "14.11"))
        .hasMessageContaining("is served by PostgreSQL 14.11, and Shiftscope needs 15 or newer");
  }
}
