package org.shiftscope.storage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the record is.
 *
 * @param folder the data folder: the database of H2, checkpoints, and what is on its way in or out
 * @param database the database of PostgreSQL; without one, H2 in the data folder, which one process
 *     opens at a time
 */
public record RecordPlace(Path folder, Optional<DatabaseAddress> database) {

  /** In a data folder, by H2. */
  public static RecordPlace in(Path folder) {
    return new RecordPlace(folder, Optional.empty());
  }
}
