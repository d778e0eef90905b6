package org.shiftscope.storage;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.shiftscope.storage.FindDamage.Damage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 database of a data folder, in this process alone.
 *
 * @param held its connections
 * @param room the same connections, refused where nothing should be written
 * @param holdings what it holds at least
 * @param damage what was found wrong with it, and accepted
 */
record H2Database(HeldDatabase held, KeepRoom room, KeepHoldings holdings, Damage damage)
    implements OpenedDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);

  @Override
  public Path home() {
    return room.folder();
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public DataSource reading() {
    return held;
  }

  @Override
  public DataSource writing() {
    return room;
  }

  @Override
  public Vitals.Pool connections() {
    return held.connections();
  }

  @Override
  public JdbcCustomization scheduling() {
    return new DefaultJdbcCustomization(false); // false: its times have a zone
  }

  @Override
  public void watch(Database database) {
    holdings.start(database.read(Holdings::in));
  }

  @Override
  public SpreadNews spread(News news) {
    return new TellHere(news);
  }

  @Override
  public void requireRoom(long bytes) throws SQLException {
    room.require(bytes);
  }

  /** Changes of this process come one after another, and there is no other. */
  @Override
  public void takeTurn(Handle transaction) {}

  @Override
  public Optional<StorageUnavailable> outdated(Handle handle) {
    return Optional.empty();
  }

  @Override
  public boolean isMigrated() {
    return false; // nobody else has it open, whether it is migrated or not
  }

  @Override
  public void before(Change change) {
    holdings.before(change);
  }

  @Override
  public void after() {
    holdings.after();
  }

  @Override
  public void force(Database database) {
    database.read(handle -> handle.execute("CHECKPOINT SYNC"));
    holdings.force();
  }

  @Override
  public Optional<Throwable> noRoom() {
    return room.noRoom();
  }

  @Override
  public boolean mend(Throwable broken) {
    boolean closed = SayWhyUnavailable.closed(broken);
    if (closed) {
      held.openAgain(false);
    }
    return closed;
  }

  /**
   * Where memory runs out in the middle of a commit, H2 forgets its log of the transaction and goes
   * on: a part of the change would stay, or every change after it meet "an old transaction with the
   * same id".
   */
  @Override
  public void mendChanges(Throwable broken) {
    if (SayWhyUnavailable.closed(broken)) {
      held.openAgain(SayWhyUnavailable.torn(broken));
    }
  }

  @Override
  public boolean mayMakeAgain(Throwable broken) {
    return false;
  }

  @Override
  public StorageUnavailable sayWhy(Throwable broken) {
    return SayWhyUnavailable.atWork(broken);
  }

  @Override
  public void close() {
    held.close();
    try {
      held.requireSameFile();
      holdings.closed(WholeFile.at(held.file()));
    } catch (IOException | RuntimeException refused) { // then the next start looks at every row
      LOG.warn("That the database was closed is not noted: {}", refused.getMessage());
    }
    holdings.close();
  }
}
