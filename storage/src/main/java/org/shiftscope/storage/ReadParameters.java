package org.shiftscope.storage;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.spec.NamedPoint;

/** Reads what {@link StoreParameters} wrote. */
final class ReadParameters {

  private ReadParameters() {}

  static Optional<double[]> at(Handle handle, ExperimentId id, int trial, NamedPoint point) {
    List<PackedParameters> parts =
        handle
            .createQuery(
                "SELECT size, width, numbers FROM parameters WHERE experiment = :experiment"
                    + " AND number = :number AND point = :point ORDER BY part")
            .bind("experiment", id.value())
            .bind("number", trial)
            .bind("point", point.id())
            .map(
                (row, context) ->
                    new PackedParameters(
                        row.getInt("size"), row.getInt("width"), row.getBytes("numbers")))
            .list();
    return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts).unpack());
  }

  private static PackedParameters joined(List<PackedParameters> parts) {
    var bytes = new ByteArrayOutputStream();
    parts.forEach(part -> bytes.writeBytes(part.bytes()));
    PackedParameters first = parts.getFirst();
    return new PackedParameters(first.size(), first.width(), bytes.toByteArray());
  }
}
