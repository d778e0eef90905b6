package org.shiftscope.storage;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.shiftscope.storage.FindDamage.Damage;

/**
 * A database that is open. What differs between H2, which one process has in its data folder, and
 * PostgreSQL, which many share, is here; all SQL beside it runs on both
 * (docs/decisions/054-postgresql.md). Safe for use by many threads, but where it says otherwise.
 */
interface OpenedDatabase extends AutoCloseable {

  /** The data folder. */
  Path home();

  /** Whether other processes may have it open at the same time. */
  boolean isShared();

  /** Its connections. */
  DataSource reading();

  /** The same connections, refused where nothing should be written. */
  DataSource writing();

  /** How many of these connections are in use. */
  Vitals.Pool connections();

  /** What was found wrong with it, and accepted. */
  Damage damage();

  /** How db-scheduler speaks to it. */
  JdbcCustomization scheduling();

  /** Begins to watch over what it holds, at the start, once damage is accepted. */
  void watch(Database database);

  /** How the news of changes goes from here to who listens. */
  SpreadNews spread(News news);

  /**
   * Refuses where there is no room for a change.
   *
   * @param bytes about how many it stores
   */
  void requireRoom(long bytes) throws SQLException;

  /**
   * Gives a change its place in the order of all of them, over processes: first thing in its
   * transaction. What changes here after it waits for its end.
   *
   * @throws StorageUnavailable where this process may change nothing any more
   */
  void takeTurn(Handle transaction);

  /** Why this process may change nothing any more, for good; empty where it may. */
  Optional<StorageUnavailable> outdated(Handle handle);

  /**
   * Whether this process has migrated it, so that whoever works with it changes nothing any more.
   */
  boolean isMigrated();

  /** Before a change is committed that tells of something; one at a time in this process. */
  void before(Change change);

  /** After that commit. */
  void after();

  /** Waits until the disk itself keeps what was committed. */
  void force(Database database);

  /** Whether want of room is why a write failed just now: it is not always said. */
  Optional<Throwable> noRoom();

  /** Whether reading may go once more after a failure, for which it makes what is needed. */
  boolean mend(Throwable broken);

  /** After a change that failed: makes what is needed so that the next one is whole. */
  void mendChanges(Throwable broken);

  /**
   * Whether a change that was not yet to be committed failed for want of its connection, so that it
   * may be made once more by another.
   */
  boolean mayMakeAgain(Throwable broken);

  /** What to tell a person of a failure. */
  StorageUnavailable sayWhy(Throwable broken);

  @Override
  void close();
}
