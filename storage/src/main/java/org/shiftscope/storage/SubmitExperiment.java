package org.shiftscope.storage;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.WriteSpec;

/** Keeps a spec and queues its trials. */
final class SubmitExperiment {

  private SubmitExperiment() {}

  static boolean submit(Change change, Route route, ExperimentId id, ExperimentSpec spec) {
    change
        .handle()
        .createUpdate(
            "INSERT INTO experiment (id, kind, title, spec, state, submitted)"
                + " VALUES (:id, :kind, :title, :spec, :state, :submitted)")
        .bind("id", id.value())
        .bind("kind", spec.kind())
        .bind("title", spec.title())
        .bind("spec", WriteSpec.toJson(spec).toString())
        .bind("state", ExperimentState.QUEUED.id())
        .bind("submitted", change.now())
        .execute();
    Checksums.storeOfSpec(change.handle(), id.value());
    insertTrials(change, route, id, spec.trialCount());
    route.addAll(change, id);
    change.tellOfExperiment(
        id,
        Event.Type.EXPERIMENT_SUBMITTED,
        spec.trialCount() == 1
            ? "Submitted, with one trial."
            : "Submitted, with " + spec.trialCount() + " trials.");
    return true;
  }

  private static void insertTrials(Change change, Route route, ExperimentId id, int count) {
    PreparedBatch batch =
        change
            .handle()
            .prepareBatch(
                "INSERT INTO trial (experiment, number, device, state, phase, fraction, attempts)"
                    + " VALUES (:experiment, :number, :device, :state, '', 0, 0)");
    for (int number = 0; number < count; number++) {
      batch
          .bind("experiment", id.value())
          .bind("number", number)
          .bind("device", route.of(number).device())
          .bind("state", TrialState.QUEUED.id())
          .add();
    }
    batch.execute();
  }
}
