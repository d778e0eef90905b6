package org.shiftscope.storage;

/** The same on H2. */
final class H2KeysTest extends KeysContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.H2;
  }
}
