package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.shiftscope.storage.FindDamage.Damage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that is open.
 *
 * @param held its connections
 * @param writing the same connections, refused where nothing should be written
 * @param holdings what it holds at least
 * @param damage what was found wrong with it, and accepted
 */
record OpenedDatabase(HeldDatabase held, KeepRoom writing, KeepHoldings holdings, Damage damage)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenedDatabase.class);

  /** Its folder. */
  Path home() {
    return writing.folder();
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
