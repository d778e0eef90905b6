package org.shiftscope.storage;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The CRC-32C of what must come back as it was stored: a spec; a result with all its numbers. */
final class Checksums {

  private Checksums() {}

  /** Keeps that of an experiment's spec, in the change that stores it. */
  static void storeOfSpec(Handle handle, String experiment) {
    handle
        .createUpdate("UPDATE experiment SET checksum = :checksum WHERE id = :experiment")
        .bind("checksum", ofSpec(handle, experiment))
        .bind("experiment", experiment)
        .execute();
  }

  /** Keeps that of a trial's result, and what it takes, in the change that stores it. */
  static void storeOfResult(Handle handle, String experiment, int number) {
    handle
        .createUpdate(
            "UPDATE result SET checksum = :checksum"
                + " WHERE experiment = :experiment AND number = :number")
        .bind("checksum", ofResult(handle, experiment, number))
        .bind("experiment", experiment)
        .bind("number", number)
        .execute();
    MeasureDiskUse.store(handle, experiment, number);
  }

  static long ofSpec(Handle handle, String experiment) {
    var checksum = new CRC32C();
    add(
        checksum,
        handle
            .createQuery("SELECT kind, title, spec FROM experiment WHERE id = :experiment")
            .bind("experiment", experiment));
    return checksum.getValue();
  }

  static long ofResult(Handle handle, String experiment, int number) {
    var checksum = new CRC32C();
    for (String select :
        new String[] {
          "SELECT outcome, sentence, body FROM result WHERE %s",
          "SELECT path, numbers FROM curve WHERE %s ORDER BY path",
          "SELECT point, numbers FROM parameters WHERE %s ORDER BY point, part"
        }) {
      add(
          checksum,
          handle
              .createQuery(select.formatted("experiment = :experiment AND number = :number"))
              .bind("experiment", experiment)
              .bind("number", number));
    }
    return checksum.getValue();
  }

  private static void add(Checksum checksum, Query query) {
    try (ResultIterator<Boolean> rows =
        query
            .map(
                (row, context) -> {
                  for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    checksum.update(bytes(row.getObject(i)));
                  }
                  return true;
                })
            .iterator()) {
      rows.forEachRemaining(added -> {});
    }
  }

  /** A damaged page may read as null, where no column can be. */
  private static byte[] bytes(@Nullable Object value) {
    return value instanceof byte[] numbers
        ? numbers
        : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
  }
}
