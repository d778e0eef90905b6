package org.shiftscope.storage;

import java.util.Collection;
import java.util.List;
import org.shiftscope.compute.spec.Named;

/** The words of enums as they stand in the tables. */
final class Names {

  private Names() {}

  /** The value with an id. */
  static <E extends Named> E find(E[] values, String id) {
    return Named.find(values, id)
        .orElseThrow(() -> new IllegalStateException("The database holds an unknown word: " + id));
  }

  static List<String> of(Collection<? extends Named> values) {
    return values.stream().map(Named::id).sorted().toList();
  }
}
