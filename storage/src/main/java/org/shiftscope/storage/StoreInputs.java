package org.shiftscope.storage;

import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.spec.TrialInput;

/**
 * Keeps which points of other trials each trial of an experiment needs, and for how many it waits.
 */
final class StoreInputs {

  private static final String COUNT =
      """
      UPDATE trial SET waits_for = (SELECT COUNT(*)
        FROM trial_input input JOIN trial source
          ON source.experiment = input.source_experiment AND source.number = input.source_number
        WHERE input.experiment = trial.experiment AND input.number = trial.number
          AND source.state <> 'finished')
      WHERE trial.experiment = :experiment AND trial.state = 'queued'
        AND EXISTS (SELECT 1 FROM trial_input
          WHERE trial_input.experiment = trial.experiment AND trial_input.number = trial.number)
      """;

  private StoreInputs() {}

  /** In the change that makes the trials, before they are queued. */
  static void store(Change change, ExperimentId id, List<TrialInput> inputs) {
    if (inputs.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        change
            .handle()
            .prepareBatch(
                "INSERT INTO trial_input (experiment, number, source_experiment, source_number,"
                    + " point) VALUES (:experiment, :number, :source, :sourceNumber, :point)");
    for (TrialInput input : inputs) {
      PointRef from = input.from();
      batch
          .bind("experiment", id.value())
          .bind("number", input.trial())
          .bind("source", from.experiment().orElse(id.value()))
          .bind("sourceNumber", from.trial())
          .bind("point", from.point().id())
          .add();
    }
    change.gain("trial_input", batch.execute().length);
    count(change, id);
  }

  /**
   * Those of an imported experiment whose sources are here: the others were needed to measure, and
   * are not needed to show what was measured.
   */
  static void storeOfImported(Change change, ExperimentId id, List<TrialInput> inputs) {
    store(change, id, inputs.stream().filter(input -> isHere(change, id, input.from())).toList());
  }

  private static boolean isHere(Change change, ExperimentId own, PointRef from) {
    return change
        .handle()
        .createQuery("SELECT 1 FROM trial WHERE experiment = :experiment AND number = :number")
        .bind("experiment", from.experiment().orElse(own.value()))
        .bind("number", from.trial())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Counts anew for how many inputs each queued trial of an experiment waits. */
  static void count(Change change, ExperimentId id) {
    change.handle().createUpdate(COUNT).bind("experiment", id.value()).execute();
  }

  /** Counts anew for one trial. */
  static void count(Change change, TrialAttempt trial) {
    change
        .handle()
        .createUpdate(COUNT + " AND trial.number = :number")
        .bind("experiment", trial.experiment().value())
        .bind("number", trial.trial())
        .execute();
  }
}
