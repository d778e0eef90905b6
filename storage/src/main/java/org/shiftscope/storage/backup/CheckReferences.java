package org.shiftscope.storage.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks whether every row that refers to another finds it. */
public final class CheckReferences {

  private CheckReferences() {}

  /** What is wrong, a clause for each foreign key. */
  public static List<String> in(Connection connection) throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (StoredTable table : FindTables.in(connection)) {
      for (Reference reference : Reference.from(connection, table.name())) {
        long dangling = count(connection, reference.dangling());
        if (dangling > 0) {
          wrong.add(
              dangling
                  + " rows of the table "
                  + reference.from()
                  + " refer to rows of the table "
                  + reference.to()
                  + " that are not there");
        }
      }
    }
    return wrong;
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
