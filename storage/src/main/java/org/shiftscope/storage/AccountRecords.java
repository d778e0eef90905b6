package org.shiftscope.storage;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.shiftscope.storage.accounts.Records;
import org.shiftscope.storage.accounts.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database for the room of accounts. */
record AccountRecords(Database database) implements Records {

  private static final Logger LOG = LoggerFactory.getLogger(AccountRecords.class);

  @Override
  public <T> T read(Function<Handle, T> reading) {
    return database.read(reading);
  }

  @Override
  public <T> T change(Role needed, BiFunction<Handle, Instant, T> changing) {
    return database.change(
        needed,
        change -> {
          change.makeLasting();
          change.tellOfAccounts();
          return changing.apply(change.handle(), change.now());
        });
  }

  @Override
  public void report(BiFunction<Handle, Instant, Integer> changing) {
    try {
      database.note(change -> changing.apply(change.handle(), change.now()));
    } catch (StorageUnavailable refused) {
      LOG.debug("Not noted", refused);
    }
  }

  @Override
  public Instant now() {
    return database.now();
  }
}
