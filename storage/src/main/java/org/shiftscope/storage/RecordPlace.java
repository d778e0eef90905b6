package org.shiftscope.storage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the record is.
 *
 * @param folder the data folder: the database of H2, and what is on its way in or out
 * @param database the database of PostgreSQL; without one, H2 in the data folder, which one process
 *     opens at a time
 * @param checkpoints the folder of trials' checkpoints, which all workers must share; without one,
 *     they are in the database
 */
public record RecordPlace(
    Path folder, Optional<DatabaseAddress> database, Optional<Path> checkpoints) {

  /** With checkpoints in PostgreSQL, or else in the data folder. */
  public RecordPlace(Path folder, Optional<DatabaseAddress> database) {
    this(
        folder,
        database,
        database.isPresent() ? Optional.empty() : Optional.of(folder.resolve("checkpoints")));
  }

  /** In a data folder, by H2. */
  public static RecordPlace in(Path folder) {
    return new RecordPlace(folder, Optional.empty());
  }
}
