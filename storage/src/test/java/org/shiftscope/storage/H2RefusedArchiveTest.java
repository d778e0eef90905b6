package org.shiftscope.storage;

/** The same on H2. */
final class H2RefusedArchiveTest extends RefusedArchiveContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.H2;
  }
}
