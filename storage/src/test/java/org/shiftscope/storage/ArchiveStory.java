package org.shiftscope.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.kind.SmallExperiments;
import org.shiftscope.compute.kind.SmallExperiments.Size;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.Archives.Export;
import tools.jackson.databind.node.ObjectNode;

/** Two installations, and archives of experiments that ran in the first. */
abstract class ArchiveStory extends StorageStory {

  static final String PAGE = "http://lab:8080/experiments/x";

  @TempDir Path elsewhere;

  Storage other;

  abstract TriedDatabase database();

  @Override
  Storage open(Path home) {
    return Storage.open(database().in(home), clock());
  }

  @BeforeEach
  void openOther() {
    other = open(elsewhere);
  }

  @AfterEach
  void closeOther() {
    other.close();
  }

  static List<ExperimentSpec> ofEveryKind() {
    return SmallExperiments.ofEveryKind(Size.INSTANT);
  }

  Stream<Experiment> run(List<ExperimentSpec> specs) {
    var run = new RunTrial(new DataFolder(folder), new Execution("cpu", 1, "test"));
    List<Experiment> all = specs.stream().map(experiments::submit).toList();
    try (var lane = start(ONE_SLOT, run::run)) {
      all.forEach(heard::awaitEnd);
    }
    return all.stream().map(this::now);
  }

  /** A sweep over seeds that ran. */
  Experiment measured(int trials) {
    ObjectNode spec = WriteSpec.toJson(ofEveryKind().getFirst());
    spec.remove(List.of("measures", "curvature"));
    var seeds = spec.putArray("seeds");
    for (int seed = 0; seed < trials; seed++) {
      seeds.add(seed);
    }
    return run(List.of(ReadSpec.from(spec))).findFirst().orElseThrow();
  }

  byte[] archive(Experiment experiment, boolean parameters) throws IOException {
    var out = new ByteArrayOutputStream();
    experiments.archives().write(experiment, new Export(parameters, PAGE, "0.1.0"), out);
    return out.toByteArray();
  }

  static ByteArrayInputStream in(byte[] archive) {
    return new ByteArrayInputStream(archive);
  }
}
