package org.shiftscope.storage;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Texts, whose zero characters are replaced, on every database: PostgreSQL keeps none. */
final class TextColumns extends AbstractArgumentFactory<String> {

  private static final char REPLACEMENT = '\uFFFD';

  TextColumns() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String value, ConfigRegistry config) {
    return (position, statement, context) ->
        statement.setString(position, value.replace('\0', REPLACEMENT));
  }
}
