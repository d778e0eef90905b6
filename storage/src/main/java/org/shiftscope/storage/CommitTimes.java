package org.shiftscope.storage;

import java.util.concurrent.atomic.LongAdder;

/** Adds up how long commits take, what they wait for each other left out. */
final class CommitTimes {

  private final LongAdder count = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  void add(long took) {
    count.increment();
    nanos.add(took);
  }

  Vitals.Commits now() {
    return new Vitals.Commits(count.sum(), nanos.sum());
  }
}
