package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

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
      opening.migrate(handle);
      return PostgresDatabase.of(home, address, opening.connect, opening.schema(handle));
    } catch (SQLException | RuntimeException refused) {
      throw SayWhyPostgres.atOpening(address, refused);
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

  private void migrate(Handle handle) {
    ask(handle, "SELECT CAST(pg_advisory_lock(" + MIGRATION + ", 0) AS VARCHAR)");
    try {
      Flyway flyway = flyway();
      MigrateDatabase.refuseNewer(flyway.info(), "database");
      flyway.migrate();
    } finally {
      ask(handle, "SELECT CAST(pg_advisory_unlock(" + MIGRATION + ", 0) AS VARCHAR)");
    }
  }

  private Flyway flyway() throws FlywayException {
    FluentConfiguration with = Flyway.configure().dataSource(connect.withoutHurry());
    connect.schema().ifPresent(schema -> with.schemas(schema).defaultSchema(schema));
    return with.load();
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
