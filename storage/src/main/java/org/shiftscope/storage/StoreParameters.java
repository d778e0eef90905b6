package org.shiftscope.storage;

import java.util.Arrays;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shiftscope.compute.spec.NamedPoint;

/** Writes the parameters of a result. {@link ReadParameters} reads them. */
final class StoreParameters {

  private static final int PART = 512 * 1024;

  private StoreParameters() {}

  static void store(Change change, TrialAttempt attempt, Map<NamedPoint, PackedParameters> points) {
    points.forEach((point, parameters) -> store(change, attempt, point, parameters));
  }

  private static void store(
      Change change, TrialAttempt attempt, NamedPoint point, PackedParameters parameters) {
    PreparedBatch batch =
        change
            .handle()
            .prepareBatch(
                "INSERT INTO parameters (experiment, number, point, part, size, width, numbers)"
                    + " VALUES (:experiment, :number, :point, :part, :size, :width, :numbers)");
    byte[] bytes = parameters.bytes();
    for (int first = 0; first < bytes.length; first += PART) {
      batch
          .bind("experiment", attempt.experiment().value())
          .bind("number", attempt.trial())
          .bind("point", point.id())
          .bind("part", first / PART)
          .bind("size", parameters.size())
          .bind("width", parameters.width())
          .bind("numbers", Arrays.copyOfRange(bytes, first, Math.min(first + PART, bytes.length)))
          .add();
    }
    change.gain("parameters", batch.execute().length);
  }
}
