package org.shiftscope.storage;

import org.shiftscope.storage.FindDamage.Place;

/**
 * Takes the checksums of what versions before them stored, so that it is watched over from now on.
 */
final class TakeMissingChecksums {

  private TakeMissingChecksums() {}

  static void in(Database database) {
    database
        .read(
            handle ->
                handle
                    .createQuery("SELECT id FROM experiment WHERE checksum IS NULL")
                    .mapTo(String.class)
                    .list())
        .forEach(
            id ->
                database.report(
                    change -> {
                      Checksums.storeOfSpec(change.handle(), id);
                      return true;
                    }));
    database
        .read(
            handle ->
                handle
                    .createQuery("SELECT experiment, number FROM result WHERE checksum IS NULL")
                    .map(
                        (row, context) ->
                            new Place(row.getString("experiment"), row.getInt("number")))
                    .list())
        .forEach(
            place ->
                database.report(
                    change -> {
                      Checksums.storeOfResult(change.handle(), place.experiment(), place.trial());
                      return true;
                    }));
  }
}
