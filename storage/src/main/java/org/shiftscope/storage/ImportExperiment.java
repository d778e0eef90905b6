package org.shiftscope.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shiftscope.compute.export.ReadNpz;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.storage.ReadArchive.Archived;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Stores an archived experiment that was checked, in one change, under the id that it had. */
final class ImportExperiment {

  private final Change change;
  private final OpenArchive archive;
  private final Archived read;

  private ImportExperiment(Change change, OpenArchive archive, Archived read) {
    this.change = change;
    this.archive = archive;
    this.read = read;
  }

  /**
   * Returns whether it was stored: false where an experiment of that id is there, in the bin too.
   */
  static boolean store(Change change, OpenArchive archive, Archived read) {
    if (change.lock(read.id()).isPresent()) {
      return false;
    }
    var storing = new ImportExperiment(change, archive, read);
    try {
      storing.store();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return true;
  }

  private void store() throws IOException {
    ExperimentId id = read.id();
    insertExperiment();
    Checksums.storeOfSpec(change.handle(), id.value());
    SubmitExperiment.insertTrials(change, Route.now(change.handle()), id, read.spec());
    moveTrials();
    StoreInputs.storeOfImported(change, id, read.spec().inputs());
    for (ArchivedTrial trial : read.trials()) {
      if (trial.state() == TrialState.FINISHED) {
        storeResult(trial);
      }
    }
    KeepTally.count(change, id);
    tell();
    EditExperiment.edit(change, id, read.labels());
    if (!read.note().isBlank()) {
      KeepNotes.write(change, id, 0, read.note());
    }
  }

  private void insertExperiment() {
    JsonNode spec = JsonMapper.shared().readTree(read.document().json());
    change
        .handle()
        .createUpdate(
            "INSERT INTO experiment (id, kind, version, title, spec, words, dataset, network, state, submitted,"
                + " started, ended, expected_seconds, origins)"
                + " VALUES (:id, :kind, :version, :title, :spec, :words, :dataset, :network, :state, :submitted,"
                + " CAST(:started AS TIMESTAMP(6) WITH TIME ZONE), :ended, :expected, :origins)")
        .bind("id", read.id().value())
        .bind("kind", read.document().format())
        .bind("version", read.document().version())
        .bind("title", read.spec().title())
        .bind("spec", read.document().json())
        .bind("words", SubmitExperiment.words(read.id(), spec))
        .bind("dataset", SubmitExperiment.named(spec, "dataset"))
        .bind("network", SubmitExperiment.named(spec, "network"))
        .bind("state", state().id())
        .bind("submitted", read.times().submitted())
        .bind("started", read.times().started())
        .bind("ended", read.times().ended())
        .bind("expected", read.times().expected())
        .bind("origins", origins().toString())
        .execute();
    change.gain("experiment", 1);
  }

  private ExperimentState state() {
    if (read.trials().stream().anyMatch(trial -> trial.state() == TrialState.CANCELLED)) {
      return ExperimentState.CANCELLED;
    }
    return read.trials().stream().anyMatch(trial -> trial.state() == TrialState.FAILED)
        ? ExperimentState.FAILED
        : ExperimentState.FINISHED;
  }

  private ArrayNode origins() {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    read.origins().forEach(all::add);
    ArchiveManifest manifest = archive.manifest();
    return all.add(
        ReadOrigins.toJson(
            new ImportedFrom(
                manifest.from(),
                manifest.software(),
                manifest.exported(),
                change.now(),
                archive.sha256())));
  }

  /** They come queued, and end at once as they had ended. */
  private void moveTrials() {
    PreparedBatch batch =
        change
            .handle()
            .prepareBatch(
                "UPDATE trial SET state = :state, attempts = :attempts, fraction = :fraction,"
                    + " started = CAST(:started AS TIMESTAMP(6) WITH TIME ZONE),"
                    + " ended = CAST(:ended AS TIMESTAMP(6) WITH TIME ZONE),"
                    + " failure = CAST(:failure AS VARCHAR)"
                    + " WHERE experiment = :experiment AND number = :number");
    for (ArchivedTrial trial : read.trials()) {
      batch
          .bind("state", trial.state().id())
          .bind("attempts", trial.attempts())
          .bind("fraction", trial.state() == TrialState.FINISHED ? 1.0 : 0.0)
          .bind("started", trial.started())
          .bind("ended", trial.ended())
          .bind("failure", trial.failure())
          .bind("experiment", read.id().value())
          .bind("number", trial.number())
          .add();
    }
    batch.execute();
  }

  private void storeResult(ArchivedTrial trial) throws IOException {
    var attempt = new TrialAttempt(read.id(), trial.number(), trial.attempts());
    StoredDocument document = archive.document(WriteArchive.result(trial.number()));
    var json = JsonMapper.shared().readTree(document.json()).asObject();
    change
        .handle()
        .createUpdate(
            "UPDATE trial SET outcome = :outcome"
                + " WHERE experiment = :experiment AND number = :number")
        .bind("outcome", json.get(StoreResult.OUTCOME).asString())
        .bind("experiment", read.id().value())
        .bind("number", trial.number())
        .execute();
    StoreResult.store(change, attempt, document.format(), document.version(), json);
    for (NamedPoint point : read.points().getOrDefault(trial.number(), List.of())) {
      byte[] npz = archive.bytes(WriteArchive.parameters(trial.number(), point));
      StoreParameters.store(
          change, attempt, Map.of(point, PackedParameters.pack(ReadNpz.vector(npz))));
    }
    Checksums.storeOfResult(change.handle(), read.id().value(), trial.number());
  }

  private void tell() {
    ExperimentId id = read.id();
    String from = archive.manifest().from();
    change.tellOfExperiment(
        id,
        Event.Type.EXPERIMENT_SUBMITTED,
        "Imported" + (from.isEmpty() ? "." : ", from " + from + "."));
    change.tellOfExperiment(
        id, Event.Type.EXPERIMENT_ENDED, FollowTrials.sentence(state(), tally()));
  }

  private Tally tally() {
    return KeepTally.of(change.handle(), read.id());
  }
}
