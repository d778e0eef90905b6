package org.shiftscope.storage;

import org.jspecify.annotations.Nullable;

/**
 * The data folder or the database in it cannot be used. The message is a whole sentence for a
 * person: what is wrong, and what to do.
 */
public final class StorageUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StorageUnavailable(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
