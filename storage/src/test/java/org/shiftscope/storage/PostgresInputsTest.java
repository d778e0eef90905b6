package org.shiftscope.storage;

import java.nio.file.Path;
import java.util.List;

/** The same on PostgreSQL. */
final class PostgresInputsTest extends InputsContract {

  @Override
  Storage open(Path home) {
    return Storage.open(TriedDatabase.POSTGRES.in(home), clock());
  }

  @Override
  List<Object> place(Path home) {
    return List.of(home, TriedDatabase.POSTGRES.in(home).database().orElseThrow().url());
  }
}
