package org.shiftscope.storage;

import java.util.Collection;
import java.util.List;
import org.shiftscope.compute.spec.Named;

/** The words of enums as they stand in the tables. */
final class Names {

  private Names() {}

  /**
   * The value with an id.
   *
   * @throws StorageUnavailable where none has it, as after a bit that flipped on the disk
   */
  static <E extends Named> E find(E[] values, String id) {
    return Named.find(values, id)
        .orElseThrow(
            () ->
                StorageUnavailable.untilMended(
                    "The database holds a word that Shiftscope never wrote ("
                        + id
                        + "): it is damaged. Stop the server and put the last backup back.",
                    null));
  }

  static List<String> of(Collection<? extends Named> values) {
    return values.stream().map(Named::id).sorted().toList();
  }
}
