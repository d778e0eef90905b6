package org.shiftscope.storage;

import org.shiftscope.storage.FindDamage.Damage;
import org.shiftscope.storage.FindDamage.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with what is left of a damaged database, and says what is missing. */
final class AcceptDamage {

  private static final Logger LOG = LoggerFactory.getLogger(AcceptDamage.class);
  private static final String LOST =
      "Its result was damaged on the disk, and is gone. Retry measures it again.";

  private AcceptDamage() {}

  static boolean in(Change change, Damage damage) {
    damage.clauses().forEach(clause -> LOG.warn("The database was damaged: {}.", clause));
    damage.specs().forEach(id -> Checksums.storeOfSpec(change.handle(), id));
    damage.results().forEach(place -> lose(change, place));
    return true;
  }

  /** A trial without its result has failed, so that it can be retried. */
  private static void lose(Change change, Place place) {
    for (String table : new String[] {"parameters", "curve", "result"}) {
      int rows =
          change
              .handle()
              .createUpdate(
                  "DELETE FROM " + table + " WHERE experiment = :experiment AND number = :number")
              .bind("experiment", place.experiment())
              .bind("number", place.trial())
              .execute();
      change.gain(table, -rows);
    }
    int attempts =
        change
            .handle()
            .createQuery(
                "SELECT attempts FROM trial WHERE experiment = :experiment AND number = :number")
            .bind("experiment", place.experiment())
            .bind("number", place.trial())
            .mapTo(Integer.class)
            .one();
    var id = new ExperimentId(place.experiment());
    if (MoveTrials.lose(change, new TrialAttempt(id, place.trial(), attempts), LOST)) {
      change.tellOfTrial(
          id, place.trial(), Event.Type.TRIAL_ENDED, "Trial " + place.trial() + ": " + LOST);
      FollowTrials.follow(change, id, ExperimentState.FINISHED);
      FollowSources.afterEnd(change, id, place.trial());
    }
  }
}
