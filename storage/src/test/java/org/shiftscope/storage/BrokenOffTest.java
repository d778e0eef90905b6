package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A change in the midst of which memory runs out, planted: H2 may go on with a part of it. */
@Timeout(60)
final class BrokenOffTest {

  @TempDir Path folder;

  @Test
  void leavesNothingAndWhatWasMadeBeforeAndAfterItIsThere() throws Exception {
    try (H2Database opened = OpenDatabase.in(folder, false);
        var database = new Database(opened, Clocks.of(StorageStory.clock()));
        ExecutorService reader = Executors.newSingleThreadExecutor()) {
      opened.watch(database);
      var done = new AtomicBoolean();
      Future<?> reading = reader.submit(() -> readUntil(database, done));
      for (int round = 0; round < 5; round++) {
        insert(database, "kept" + round);
        String half = "half" + round;
        assertThatThrownBy(
                () ->
                    database.report(
                        change -> {
                          insert(change, half);
                          throw new OutOfMemoryError("planted");
                        }))
            .isInstanceOfSatisfying(
                StorageUnavailable.class,
                none -> assertThat(none.sentence()).startsWith("The server ran out of memory"));
      }
      insert(database, "after");
      done.set(true);
      reading.get();
      assertThat(ids(database))
          .containsExactly("after", "kept0", "kept1", "kept2", "kept3", "kept4");
    }
  }

  private static void insert(Database database, String id) {
    int unused =
        database.report(
            change -> {
              insert(change, id);
              return 0;
            });
  }

  private static void insert(Change change, String id) {
    change
        .handle()
        .execute(
            "INSERT INTO worker (id, host, process, version, processor, kernels, started)"
                + " VALUES (?, '', 0, '', '', '', CURRENT_TIMESTAMP)",
            id);
  }

  private static List<String> ids(Database database) {
    return database.read(
        handle ->
            handle.createQuery("SELECT id FROM worker ORDER BY id").mapTo(String.class).list());
  }

  private static void readUntil(Database database, AtomicBoolean done) {
    while (!done.get()) {
      try {
        assertThat(ids(database)).allMatch(id -> id.startsWith("kept") || id.equals("after"));
      } catch (StorageUnavailable twice) { // it was opened anew again before it was read once more
        continue;
      }
    }
  }
}
