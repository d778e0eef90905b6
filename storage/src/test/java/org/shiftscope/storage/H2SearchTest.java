package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What a search finds, on H2. */
final class H2SearchTest extends SearchContract {

  @Override
  Storage open(Path home) {
    return Storage.open(home.resolve("data"), clock());
  }

  @Override
  void forgetFindings() {
    String url = "jdbc:h2:file:" + folder.resolve("data").resolve("shiftscope");
    try (Connection other = DriverManager.getConnection(url, "shiftscope", "");
        var statement = other.createStatement()) {
      statement.execute("DELETE FROM finding");
      statement.execute("UPDATE experiment SET found_over = NULL");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
