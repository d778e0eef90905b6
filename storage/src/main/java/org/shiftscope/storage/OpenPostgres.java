package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.shiftscope.storage.backup.CopyTables;

/**
 * Opens a database of PostgreSQL: looks whether its server will do, and brings the schema up to
 * date. Of several processes that start at once one migrates, and the others wait for it.
 */
final class OpenPostgres {

  /** Of the advisory lock under which the schema is brought up to date. */
  private static final int MIGRATION = 0x5368_6d67;

  /** In the schema, or where that is not there yet, in the database. */
  private static final String MAY_CREATE =
      "SELECT CAST(COALESCE(has_schema_privilege(current_schema(), 'CREATE'),"
          + " has_database_privilege(current_database(), 'CREATE')) AS VARCHAR)";

  private final DatabaseAddress address;
  private final ConnectPostgres connect;

  private OpenPostgres(DatabaseAddress address, ConnectPostgres connect) {
    this.address = address;
    this.connect = connect;
  }

  /**
   * Opens it.
   *
   * @param folder the data folder, which is made where it is missing
   * @throws StorageUnavailable where that is not possible
   */
  static PostgresDatabase at(Path folder, DatabaseAddress address) {
    Path home = folder.toAbsolutePath().normalize();
    OpenDatabase.tryWriting(home);
    var opening = new OpenPostgres(address, ConnectPostgres.to(address));
    try (Connection first = opening.connect.withoutHurry().getConnection();
        Handle handle = Jdbi.create(first).open()) {
      opening.requireServer(handle);
      OpenedSchema version = opening.migrate(home, handle);
      return PostgresDatabase.of(home, address, opening.connect, opening.schema(handle), version);
    } catch (SQLException | IOException | RuntimeException refused) {
      throw SayWhyPostgres.atOpening(address, refused);
    }
  }

  /**
   * Makes a record in a database without one. All rows come in one transaction: where it breaks
   * off, empty tables are left, into which the next try goes.
   */
  static void fill(DatabaseAddress address, String schema, RestoreBackup.Filling filling) {
    var opening = new OpenPostgres(address, ConnectPostgres.to(address));
    try (Connection first = opening.connect.withoutHurry().getConnection();
        Handle handle = Jdbi.create(first).open()) {
      opening.requireServer(handle);
      opening.requireNoRecord(first, schema);
      FluentConfiguration flyway = opening.configuration();
      MigrateDatabase.to(flyway, schema);
      first.setAutoCommit(false);
      filling.fill(first);
      first.setAutoCommit(true);
      flyway.load().migrate();
    } catch (SQLException | IOException refused) {
      throw SayWhyPostgres.atOpening(address, refused);
    }
  }

  private void requireNoRecord(Connection connection, String schema) throws SQLException {
    Optional<String> there = CopyTables.schema(connection);
    if (there.isPresent() && !(there.get().equals(schema) && CopyTables.isEmpty(connection))) {
      throw new StorageUnavailable(
          "There is a record in the database "
              + address.shown()
              + " already: name another database, or another schema by ?currentSchema= in its"
              + " address. Nothing was changed.",
          null);
    }
  }

  private void requireServer(Handle handle) {
    int version = Integer.parseInt(ask(handle, "SHOW server_version_num"));
    if (version < SayWhyPostgres.OLDEST * 10_000) {
      throw SayWhyPostgres.tooOld(address, ask(handle, "SHOW server_version"));
    }
    String encoding = ask(handle, "SHOW server_encoding");
    if (!encoding.equals("UTF8")) {
      throw SayWhyPostgres.noUnicode(address, encoding);
    }
    if (!ask(handle, MAY_CREATE).equals("true")) { // Flyway would try for ten seconds
      throw SayWhyPostgres.noTables(address, "it may not CREATE there", null);
    }
  }

  private OpenedSchema migrate(Path home, Handle handle) throws SQLException, IOException {
    ask(handle, "SELECT CAST(pg_advisory_lock(" + MIGRATION + ", 0) AS VARCHAR)");
    try {
      Flyway flyway = flyway();
      MigrateDatabase.refuseNewer(flyway.info(), "database");
      boolean older =
          CopyTables.schema(handle.getConnection()).isPresent()
              && flyway.info().pending().length > 0;
      if (older) {
        KeepOldDatabase.of(home, handle.getConnection());
        migrateInTurn(handle, flyway);
      } else {
        flyway.migrate();
      }
      return OpenedSchema.of(handle, older);
    } finally {
      ask(handle, "SELECT CAST(pg_advisory_unlock(" + MIGRATION + ", 0) AS VARCHAR)");
    }
  }

  /** While no process makes a change. */
  private void migrateInTurn(Handle handle, Flyway flyway) {
    String turn = "(" + PostgresDatabase.TURN + ", " + schema(handle) + ")";
    ask(handle, "SELECT CAST(pg_advisory_lock" + turn + " AS VARCHAR)");
    try {
      flyway.migrate();
    } finally {
      ask(handle, "SELECT CAST(pg_advisory_unlock" + turn + " AS VARCHAR)");
    }
  }

  private Flyway flyway() throws FlywayException {
    return configuration().load();
  }

  private FluentConfiguration configuration() {
    FluentConfiguration with = Flyway.configure().dataSource(connect.withoutHurry());
    connect.schema().ifPresent(schema -> with.schemas(schema).defaultSchema(schema));
    return with;
  }

  /** A number of the schema in which the tables are. */
  private int schema(Handle handle) {
    return Integer.parseInt(
        ask(handle, "SELECT CAST(CAST(CAST(current_schema() AS regnamespace) AS oid) AS int4)"));
  }

  private static String ask(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(String.class).one();
  }
}
