package org.shiftscope.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The same on PostgreSQL. */
final class PostgresInputsTest extends InputsContract {

  private final DatabaseAddress database = PostgresServer.shared().fresh();

  @Override
  Storage open(Path home) {
    return Storage.open(new RecordPlace(home.resolve("data"), Optional.of(database)), clock());
  }

  @Override
  List<Object> place(Path home) {
    return List.of(home.resolve("data"), database.url());
  }
}
