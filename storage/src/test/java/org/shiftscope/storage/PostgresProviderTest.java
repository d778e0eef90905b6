package org.shiftscope.storage;

/** The same on PostgreSQL. */
final class PostgresProviderTest extends ProviderContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.POSTGRES;
  }
}
