package org.shiftscope.storage.accounts;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Tells whoever wants to know of each change, after it is on disk, in the thread that made it. */
final class TellChanges implements Records {

  private final Records records;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  TellChanges(Records records) {
    this.records = records;
  }

  void listen(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public <T> T read(Function<Handle, T> reading) {
    return records.read(reading);
  }

  @Override
  public <T> T change(Role needed, BiFunction<Handle, Instant, T> changing) {
    T answer = records.change(needed, changing);
    tell();
    return answer;
  }

  void tell() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public void report(BiFunction<Handle, Instant, Integer> changing) {
    records.report(changing);
  }

  @Override
  public Instant now() {
    return records.now();
  }
}
