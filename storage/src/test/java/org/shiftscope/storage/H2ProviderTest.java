package org.shiftscope.storage;

/** The same on H2. */
final class H2ProviderTest extends ProviderContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.H2;
  }
}
