package org.shiftscope.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.storage.ReadArchive.Archived;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.backup.ListFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whole experiments as files: each a zip with the spec and the results as they are stored, and a
 * manifest with the SHA-256 of each entry. docs/exports.md tells the format. Safe for use by many
 * threads.
 */
public final class Archives {

  /** Bytes of the largest archive that is taken in. */
  public static final long LARGEST = 4L << 30;

  private final Semaphore one = new Semaphore(1, true);
  private static final Logger LOG = LoggerFactory.getLogger(Archives.class);
  private static final String PREFIX = "import-";
  private static final String SUFFIX = ".zip.part";
  private static final int AT_ONCE = 50;

  private final Experiments experiments;
  private final Database database;

  Archives(Experiments experiments, Database database) {
    this.experiments = experiments;
    this.database = database;
    clearUnfinished();
  }

  /**
   * How an experiment is exported.
   *
   * @param parameters whether with the parameters at the trials' points, which may be many
   * @param from the address of its page here, so that where it came from stays visible
   * @param version Shiftscope's version
   */
  public record Export(boolean parameters, String from, String version) {}

  /**
   * What came of an import.
   *
   * @param experiment the experiment that the archive holds
   * @param stored whether it was stored: false where an experiment of this id was there before
   */
  public record Imported(ExperimentId experiment, boolean stored) {}

  /** Where an experiment was imported from, the first time first; none where it is of here. */
  public List<ImportedFrom> origins(ExperimentId id) {
    return database.read(handle -> ReadOrigins.of(handle, id));
  }

  /**
   * Writes an experiment that has ended. Results are read a few at a time.
   *
   * @param out where it goes, not closed
   * @throws IllegalStateException where it has not ended: what it is to hold is not there yet
   */
  public void write(Experiment experiment, Export export, OutputStream out) throws IOException {
    if (!experiment.state().ended()) {
      throw new IllegalStateException("Experiment " + experiment.id() + " has not ended");
    }
    ExperimentId id = experiment.id();
    List<TrialSummary> trials = experiments.trials(id, 0, Integer.MAX_VALUE);
    var archive =
        new WriteArchive(
            out, experiment.summary().ended().orElse(experiment.summary().submitted()));
    archive.document(
        WriteArchive.SPEC,
        database.read(handle -> ReadExperiments.document(handle, id)).orElseThrow());
    archive.json(
        WriteArchive.EXPERIMENT, database.read(handle -> json(handle, experiment, trials)));
    if (experiment.spec().isPresent()) {
      archive.json(WriteArchive.FINDINGS, findings(experiment, experiment.spec().get()));
      archive.json(
          WriteArchive.RECORD,
          JsonMapper.shared().valueToTree(experiments.record(id, experiment.spec().get())));
    }
    List<Integer> finished =
        trials.stream()
            .filter(trial -> trial.state() == TrialState.FINISHED)
            .map(TrialSummary::number)
            .toList();
    for (int first = 0; first < finished.size(); first += AT_ONCE) {
      List<Integer> some = finished.subList(first, Math.min(first + AT_ONCE, finished.size()));
      Map<Integer, StoredDocument> results =
          database.read(handle -> ReadResults.documents(handle, id, some));
      archive.results(new TreeMap<>(results));
    }
    if (export.parameters()) {
      for (int trial : finished) {
        writeParameters(id, trial, archive);
      }
    }
    archive.end(id.value(), export, database.now());
  }

  private void writeParameters(ExperimentId id, int trial, WriteArchive archive)
      throws IOException {
    for (NamedPoint point : NamedPoint.values()) {
      Optional<double[]> theta = experiments.parameters(id, trial, point);
      if (theta.isPresent()) {
        archive.parameters(trial, point, theta.get());
      }
    }
  }

  private static ObjectNode json(Handle handle, Experiment experiment, List<TrialSummary> trials) {
    ExperimentSummary summary = experiment.summary();
    ObjectNode json =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", experiment.id().value())
            .put("title", experiment.title())
            .put("kind", summary.kind())
            .put("state", experiment.state().id())
            .put("submitted", summary.submitted().toString())
            .put("started", summary.started().map(Object::toString).orElse(null))
            .put("ended", summary.ended().map(Object::toString).orElse(null))
            .put(
                "expectedSeconds",
                ReadExperiments.find(handle, experiment.id())
                    .flatMap(ReadExperiments.Row::expected)
                    .orElse(null));
    ReadLabels.tags(handle, experiment.id()).forEach(json.putArray("tags")::add);
    json.put("note", KeepNotes.newest(handle, experiment.id()).text());
    ArrayNode origins = json.putArray("origins");
    ReadOrigins.stored(handle, experiment.id()).forEach(origins::add);
    ArrayNode all = json.putArray("trials");
    trials.stream().map(ArchivedTrial::toJson).forEach(all::add);
    return json;
  }

  private JsonNode findings(Experiment experiment, ExperimentSpec spec) {
    return ResultJson.toJson(
        experiments.findings().of(experiment.summary(), spec, Include.COUNTED));
  }

  /**
   * Takes an archive in. It is kept in a file of the data folder until every byte and every
   * document of it was checked; then it is stored in one change, or nothing is.
   *
   * @throws org.shiftscope.compute.spec.InvalidSpec with a problem for each entry that is not right
   * @throws StorageUnavailable where there is no room
   */
  public Imported read(InputStream in) throws IOException {
    Asker.require(Role.RESEARCHER);
    Path file = Files.createTempFile(database.home(), PREFIX, SUFFIX);
    try {
      long size = copy(in, file);
      one.acquireUninterruptibly(); // its documents are in memory meanwhile
      try (OpenArchive archive = OpenArchive.of(file, size)) {
        Archived read = ReadArchive.of(archive);
        boolean stored =
            database.change(
                archive.unpacked(),
                change -> {
                  boolean isNew = ImportExperiment.store(change, archive, read);
                  if (isNew) {
                    change.audit("import", read.id().value());
                  }
                  return isNew;
                });
        return new Imported(read.id(), stored);
      } finally {
        one.release();
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private long copy(InputStream in, Path file) throws IOException {
    byte[] some = new byte[1 << 16];
    long size = 0;
    try (OutputStream out = new WriteWithRoom(database.home(), Files.newOutputStream(file))) {
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        size += count;
        if (size > LARGEST) {
          throw OpenArchive.refusal("archive", "must have " + (LARGEST >> 30) + " GiB at most");
        }
        out.write(some, 0, count);
      }
    }
    return size;
  }

  /** What imports left that a crash ended. */
  private void clearUnfinished() {
    try {
      for (Path file : ListFolder.of(database.home(), PREFIX + "*" + SUFFIX)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException refused) {
      LOG.warn("What an import left cannot be deleted: {}", refused.getMessage());
    }
  }
}
