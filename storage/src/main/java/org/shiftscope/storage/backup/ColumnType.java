package org.shiftscope.storage.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What a column holds, and how that stands in JSON: the same whichever database it is in. */
enum ColumnType {
  /** A string. */
  TEXT {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException {
      json.writeString(row.getString(column));
    }

    @Override
    void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
      statement.setString(column, value.stringValue());
    }
  },

  /** A whole number of 64 bits. */
  WHOLE {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException {
      json.writeNumber(row.getLong(column));
    }

    @Override
    void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
      statement.setLong(column, value.longValue());
    }
  },

  /** A double; what is not finite is a string. */
  REAL {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException {
      json.writeNumber(row.getDouble(column));
    }

    @Override
    void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
      statement.setDouble(
          column, value.isString() ? Double.parseDouble(value.stringValue()) : value.doubleValue());
    }
  },

  /** True or false. */
  TRUTH {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException {
      json.writeBoolean(row.getBoolean(column));
    }

    @Override
    void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
      statement.setBoolean(column, value.booleanValue());
    }
  },

  /** A moment, to the microsecond; in JSON as ISO 8601 has it, in UTC. */
  TIME {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException {
      json.writeString(row.getObject(column, OffsetDateTime.class).toInstant().toString());
    }

    @Override
    void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
      statement.setObject(column, Instant.parse(value.stringValue()).atOffset(ZoneOffset.UTC));
    }
  },

  /** Bytes; in JSON by Base64. */
  BYTES {
    @Override
    void write(ResultSet row, int column, JsonGenerator json) throws SQLException {
      json.writeString(Base64.getEncoder().encodeToString(row.getBytes(column)));
    }

    @Override
    void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException {
      statement.setBytes(column, Base64.getDecoder().decode(value.stringValue()));
    }
  };

  /** Writes the value of a row, which is not null. */
  abstract void write(ResultSet row, int column, JsonGenerator json) throws SQLException;

  /** Binds a value, which is not null. */
  abstract void bind(PreparedStatement statement, int column, JsonNode value) throws SQLException;

  /**
   * By the type that a driver tells.
   *
   * @throws IllegalStateException for one that is in no table
   */
  static ColumnType of(int jdbc, String name) {
    return switch (jdbc) {
      case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> TEXT;
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
      case Types.DOUBLE, Types.FLOAT, Types.REAL -> REAL;
      case Types.BOOLEAN, Types.BIT -> TRUTH;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIME;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      default -> throw new IllegalStateException("No way to write the type " + name);
    };
  }
}
