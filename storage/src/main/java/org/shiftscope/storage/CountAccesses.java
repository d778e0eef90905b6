package org.shiftscope.storage;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often links are opened. An opening is noted in memory, so that no answer waits for the
 * disk and no number of readers writes more than once in {@value #SECONDS} seconds; a process that
 * is killed loses the count of these at most.
 */
final class CountAccesses implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CountAccesses.class);
  private static final long SECONDS = 5;

  private final Database database;
  private final Map<ShareId, Pending> pending = new ConcurrentHashMap<>();
  private final ScheduledExecutorService often = new Threads.Housekeepers("count-accesses");

  CountAccesses(Database database) {
    this.database = database;
    var unused = often.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  /** What the database does not know yet. */
  private record Pending(long count, Instant last) {
    Pending and(Pending later) {
      return new Pending(count + later.count, later.last.isAfter(last) ? later.last : last);
    }
  }

  void count(ShareId id, Instant at) {
    pending.merge(id, new Pending(1, at), Pending::and);
  }

  /** A share as it was read, with what was counted since. */
  Share with(Share read) {
    Pending more = pending.get(read.id());
    return more == null
        ? read
        : new Share(
            read.id(),
            read.of(),
            read.title(),
            read.kept(),
            read.creator(),
            read.times(),
            read.state(),
            read.sha256(),
            read.size(),
            read.accesses() + more.count(),
            Optional.of(more.last()));
  }

  private void write() {
    // In one order in every process, so that no two wait for each other.
    Map<ShareId, Pending> now = new TreeMap<>(Comparator.comparing(ShareId::value));
    now.putAll(pending);
    if (now.isEmpty()) {
      return;
    }
    try {
      database.note(
          change -> {
            now.forEach((id, more) -> write(change, id, more));
            return true;
          });
      now.forEach(
          (id, written) -> pending.computeIfPresent(id, (same, all) -> without(all, written)));
    } catch (RuntimeException refused) { // the next time tries again
      LOG.warn("Accesses of shared views are not written yet: {}", refused.getMessage());
    }
  }

  /** Null where nothing is left: so a map forgets a key. */
  private static @Nullable Pending without(Pending all, Pending written) {
    return all.count() == written.count()
        ? null
        : new Pending(all.count() - written.count(), all.last());
  }

  private static void write(Change change, ShareId id, Pending more) {
    change
        .handle()
        .createUpdate(
            "UPDATE shared_view SET accesses = accesses + :count, last_access = :last WHERE id ="
                + " :id")
        .bind("count", more.count())
        .bind("last", more.last())
        .bind("id", id.value())
        .execute();
  }

  @Override
  public void close() {
    often.close();
    write();
  }
}
