package org.shiftscope.storage;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.shiftscope.storage.FindDamage.Damage;

/**
 * A database of PostgreSQL, which other processes may have open, too. Its server keeps what was
 * committed, and watches over its own disk.
 *
 * @param home the data folder
 * @param address where it is
 * @param connect fresh connections
 * @param pool those in use
 * @param schema a number of the schema in which the tables are
 * @param version what that schema was when it was opened
 */
record PostgresDatabase(
    Path home,
    DatabaseAddress address,
    ConnectPostgres connect,
    HikariDataSource pool,
    int schema,
    OpenedSchema version)
    implements OpenedDatabase {

  private static final int CONNECTIONS = 10;

  /** Of the advisory lock that changes take in turn. */
  static final int TURN = 0x5368_7475;

  static PostgresDatabase of(
      Path home,
      DatabaseAddress address,
      ConnectPostgres connect,
      int schema,
      OpenedSchema version) {
    var config = new HikariConfig();
    config.setPoolName("storage");
    config.setDataSource(connect);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(5_000);
    return new PostgresDatabase(
        home, address, connect, new HikariDataSource(config), schema, version);
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public DataSource reading() {
    return pool;
  }

  @Override
  public DataSource writing() {
    return pool;
  }

  @Override
  public Vitals.Pool connections() {
    return Vitals.Pool.of(pool);
  }

  @Override
  public Damage damage() {
    return Damage.NONE;
  }

  @Override
  public JdbcCustomization scheduling() {
    return new PostgreSqlJdbcCustomization(false, false); // its times have a zone
  }

  @Override
  public void watch(Database database) {}

  @Override
  public SpreadNews spread(News news) {
    return NotifyProcesses.over(this, news);
  }

  @Override
  public void requireRoom(long bytes) {}

  @Override
  public Optional<Throwable> noRoom() {
    return Optional.empty();
  }

  /**
   * By a lock that the transaction keeps to its end, after its rows are seen by others; so the
   * numbers of events are in the order of commits. It is the first of the transaction's locks, so
   * that nobody who has it waits for one who wants it. A migration has it, too, so whoever gets it
   * sees by which version the schema is.
   *
   * @throws StorageUnavailable where that is newer than this process
   */
  @Override
  public void takeTurn(Handle transaction) {
    transaction
        .createQuery("SELECT pg_advisory_xact_lock(:turn, :schema) IS NULL")
        .bind("turn", TURN)
        .bind("schema", schema)
        .mapTo(Boolean.class)
        .one();
    outdated(transaction)
        .ifPresent(
            newer -> {
              throw newer;
            });
  }

  @Override
  public Optional<StorageUnavailable> outdated(Handle handle) {
    return version.newer(handle).map(newer -> SayWhyPostgres.outdated(address, newer));
  }

  @Override
  public boolean isMigrated() {
    return version.migrated();
  }

  @Override
  public void before(Change change) {}

  @Override
  public void after() {}

  @Override
  public void force(Database database) {}

  /**
   * The pool gives a fresh connection, unless none was to be had just now. One on which memory ran
   * out in the middle of an answer would give the rest of it to the next question.
   */
  @Override
  public boolean mend(Throwable broken) {
    if (SayWhyUnavailable.hasRunOutOfMemory(broken)) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return SayWhyPostgres.isAway(broken) && !SayWhyPostgres.isOutOfConnections(broken);
  }

  @Override
  public void mendChanges(Throwable broken) {
    boolean unused = mend(broken);
  }

  @Override
  public boolean mayMakeAgain(Throwable broken) {
    return mend(broken);
  }

  @Override
  public StorageUnavailable sayWhy(Throwable broken) {
    return SayWhyPostgres.atWork(address, broken);
  }

  @Override
  public void close() {
    pool.close();
  }
}
