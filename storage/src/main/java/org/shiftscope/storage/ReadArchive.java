package org.shiftscope.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shiftscope.compute.export.ReadNpz;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.Variants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks what the documents of an archive say: that this version reads them, that they belong
 * together, and that they break no law. Only what passes is stored.
 */
final class ReadArchive {

  private static final int LONGEST_FAILURE = 4_000;

  private final OpenArchive archive;
  private final List<Problem> problems = new ArrayList<>();

  private ReadArchive(OpenArchive archive) {
    this.archive = archive;
  }

  /**
   * An archived experiment that may be stored.
   *
   * @param document its spec as it was stored
   * @param origins where it was imported from before it was exported
   * @param labels its title and its tags
   * @param note Markdown; empty where it has none
   * @param points the parameters that are there
   */
  record Archived(
      ExperimentId id,
      ExperimentSpec spec,
      StoredDocument document,
      Times times,
      List<JsonNode> origins,
      ExperimentEdit labels,
      String note,
      List<ArchivedTrial> trials,
      Map<Integer, List<NamedPoint>> points) {}

  /** When it was submitted, started and ended, and how long it was expected to take, in seconds. */
  record Times(
      Instant submitted, Optional<Instant> started, Instant ended, Optional<Double> expected) {}

  /**
   * Checks all documents.
   *
   * @throws InvalidSpec with a problem for each entry that is refused
   */
  static Archived of(OpenArchive archive) throws IOException {
    return new ReadArchive(archive).read();
  }

  private Archived read() throws IOException {
    StoredDocument document = archive.document(WriteArchive.SPEC);
    ExperimentSpec spec = spec(document);
    JsonNode experiment = archive.json(WriteArchive.EXPERIMENT);
    Archived read;
    try {
      read =
          new Archived(
              new ExperimentId(experiment.get("id").asString()),
              spec,
              document,
              times(experiment),
              origins(experiment),
              labels(experiment),
              Note.checked(experiment.path("note").asString("")),
              trials(experiment),
              points(spec));
    } catch (InvalidSpec refused) {
      throw refused;
    } catch (RuntimeException wrong) {
      throw OpenArchive.refusal(
          WriteArchive.EXPERIMENT, "must say what it is and where its trials stand: " + wrong);
    }
    checkTrials(read);
    checkResults(read);
    checkParameters(read);
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return read;
  }

  private static List<JsonNode> origins(JsonNode experiment) {
    List<JsonNode> origins = List.copyOf(experiment.get("origins").values());
    origins.forEach(ReadOrigins::from); // what nobody could read later is refused
    return origins;
  }

  /** Its title as it was called there, and its tags. */
  private static ExperimentEdit labels(JsonNode experiment) {
    return new ExperimentEdit(
        Optional.of(experiment.get("title").asString()),
        Optional.of(experiment.path("tags").valueStream().map(JsonNode::asString).toList()),
        Optional.empty(),
        Optional.empty());
  }

  private static ExperimentSpec spec(StoredDocument document) {
    return switch (ReadExperiments.spec(document)) {
      case Document.Readable<ExperimentSpec>(ExperimentSpec spec) -> {
        if (!spec.kind().equals(document.format())) {
          throw OpenArchive.refusal(
              WriteArchive.SPEC, "must be of the format that the manifest names");
        }
        yield spec;
      }
      case Document.Unreadable<ExperimentSpec> unreadable ->
          throw OpenArchive.refusal(
              WriteArchive.SPEC,
              "must be a spec that this version reads. " + unreadable.sentence());
    };
  }

  private static Times times(JsonNode experiment) {
    JsonNode expected = experiment.get("expectedSeconds");
    return new Times(
        Instant.parse(experiment.get("submitted").asString()),
        ArchivedTrial.instant(experiment.get("started")),
        Instant.parse(experiment.get("ended").asString()),
        expected.isNull() ? Optional.empty() : Optional.of(expected.doubleValue()));
  }

  private static List<ArchivedTrial> trials(JsonNode experiment) {
    return experiment.get("trials").valueStream().map(ArchivedTrial::from).toList();
  }

  private Map<Integer, List<NamedPoint>> points(ExperimentSpec spec) {
    Map<Integer, List<NamedPoint>> points = new TreeMap<>();
    Map<String, Runnable> known = new LinkedHashMap<>();
    for (int trial = 0; trial < spec.trialCount(); trial++) {
      for (NamedPoint point : NamedPoint.values()) {
        int number = trial;
        known.put(
            WriteArchive.parameters(trial, point),
            () -> points.computeIfAbsent(number, none -> new ArrayList<>()).add(point));
      }
    }
    for (String name : archive.names()) {
      if (name.startsWith("parameters/")) {
        Runnable add = known.get(name);
        if (add == null) {
          problem(name, "must be of a trial and a point of the experiment");
        } else {
          add.run();
        }
      }
    }
    return points;
  }

  private void checkTrials(Archived read) {
    if (!read.id().value().equals(archive.manifest().experiment())) {
      problem(WriteArchive.EXPERIMENT, "must have the id that the manifest names");
    }
    int count = read.spec().trialCount();
    boolean each = read.trials().size() == count;
    for (int i = 0; each && i < count; i++) {
      each = read.trials().get(i).number() == i;
    }
    if (!each) {
      throw OpenArchive.refusal(
          WriteArchive.EXPERIMENT,
          "must have the " + count + " trials of its spec, in their order");
    }
    for (ArchivedTrial trial : read.trials()) {
      boolean failed = trial.state() == TrialState.FAILED;
      if (trial.attempts() < 0
          || failed != trial.failure().isPresent()
          || trial.failure().orElse("").length() > LONGEST_FAILURE) {
        problem(
            WriteArchive.EXPERIMENT,
            "must say of trial " + trial.number() + " why it failed, if it did");
      }
      boolean result = archive.names().contains(WriteArchive.result(trial.number()));
      if (result != (trial.state() == TrialState.FINISHED)) {
        problem(
            WriteArchive.result(trial.number()),
            "must be there where the trial has finished, and only there");
      }
    }
    long results = archive.names().stream().filter(name -> name.startsWith("results/")).count();
    if (problems.isEmpty()
        && results
            != read.trials().stream().filter(t -> t.state() == TrialState.FINISHED).count()) {
      problem(WriteArchive.EXPERIMENT, "must have a trial for each result");
    }
  }

  /** Each by itself, and all together: what was found over them must come out of them. */
  private void checkResults(Archived read) throws IOException {
    Map<Integer, TrialResult> results = new TreeMap<>();
    for (ArchivedTrial trial : read.trials()) {
      String name = WriteArchive.result(trial.number());
      if (archive.names().contains(name)) {
        result(name).ifPresent(result -> results.put(trial.number(), result));
      }
    }
    if (problems.isEmpty()) {
      try {
        Kind.of(read.spec()).findings(results, Include.ALL);
      } catch (RuntimeException wrong) {
        problem(
            "results",
            "must be of trials of this kind of experiment, so that findings come out of them: "
                + wrong.getMessage());
      }
    }
  }

  private Optional<TrialResult> result(String name) throws IOException {
    StoredDocument document = archive.document(name);
    Document<TrialResult> read =
        document.read(Variants.of(TrialResult.class), ResultJson::fromJson);
    switch (read) {
      case Document.Unreadable<TrialResult> unreadable ->
          problem(name, "must be a result that this version reads. " + unreadable.sentence());
      case Document.Readable<TrialResult>(TrialResult result) -> {
        JsonNode json = JsonMapper.shared().readTree(document.json());
        if (!ResultJson.type(result).equals(document.format())
            || !json.path("outcome").asString("").equals(result.outcome().id())
            || !json.path("sentence").isString()) {
          problem(name, "must have the format, the outcome and the sentence of its result");
        }
      }
    }
    return read.content();
  }

  private void checkParameters(Archived read) throws IOException {
    for (Map.Entry<Integer, List<NamedPoint>> trial : read.points().entrySet()) {
      for (NamedPoint point : trial.getValue()) {
        String name = WriteArchive.parameters(trial.getKey(), point);
        if (read.trials().get(trial.getKey()).state() != TrialState.FINISHED) {
          problem(name, "must be of a trial that has finished");
          continue;
        }
        try {
          Kind.of(read.spec()).arrays(ReadNpz.vector(archive.bytes(name)));
        } catch (RuntimeException wrong) {
          problem(name, "must hold the parameters of the spec's network: " + wrong.getMessage());
        }
      }
    }
  }

  private void problem(String entry, String law) {
    problems.add(new Problem(entry, law, ""));
  }
}
