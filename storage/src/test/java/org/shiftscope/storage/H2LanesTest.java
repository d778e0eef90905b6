package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Lanes on H2. */
final class H2LanesTest extends LanesContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }

  @Override
  Connection connect() throws SQLException {
    return TriedDatabase.H2.connect(folder.resolve("data"));
  }
}
