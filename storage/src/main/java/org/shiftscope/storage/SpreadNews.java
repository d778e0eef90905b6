package org.shiftscope.storage;

/** Brings the news of changes to who listens, each once and in the order of the changes. */
interface SpreadNews extends AutoCloseable {

  /** In the transaction of a change, as its last. */
  void within(Change change);

  /** After that transaction, one at a time and in the order of their commits. */
  void after(Change change);

  /** Tells of progress, which is not kept, and need not come. Waits for nothing. */
  void progress(Event event);

  /** Tells what is still to be told, for a few seconds at most. */
  @Override
  void close();
}
