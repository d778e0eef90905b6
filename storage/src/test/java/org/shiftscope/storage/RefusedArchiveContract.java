package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.spec.InvalidSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that is wrong is taken in, and what is wrong is told. */
abstract class RefusedArchiveContract extends ArchiveStory {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../etc/passwd|“../../etc/passwd” is no name of an entry of such an archive.",
        "results/../../x.json|“results/../../x.json” is no name of an entry of such an archive.",
        "/etc/passwd|“/etc/passwd” is no name of an entry of such an archive.",
        "C:\\x.json|“C:\\x.json” is no name of an entry of such an archive.",
        "results/000009.json|results/000009.json must be named by the manifest."
      })
  void namesThatNoArchiveHasAreRefused(String name, String sentence) throws IOException {
    refused(changed(measured(1), entries -> entries.put(name, new byte[] {1})), sentence);
  }

  @Test
  void whatWasChangedIsToldByItsEntry() throws IOException {
    refused(
        changed(
            measured(2),
            entries -> {
              entries.merge("results/000000.json", new byte[0], (text, none) -> worse(text));
              entries.remove("results/000001.json");
            }),
        "results/000000.json must have the SHA-256 that the manifest names: it was changed."
            + " “results/000001.json” must be in the archive, since the manifest names it.");
  }

  private static byte[] worse(byte[] text) {
    byte[] changed = text.clone();
    changed[text.length / 2] ^= 1;
    return changed;
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
    byte[] bomb = new byte[100 << 20];
    refused(
        signed(measured(1), entries -> entries.put("results/000001.json", bomb)),
        "archive must unpack to 200 times its size at most; by its manifest it unpacks to 1");
    refused(
        changed(measured(1), entries -> entries.put("results/000000.json", bomb)),
        "results/000000.json must have the ");
  }

  @Test
  void aDirectoryAManifestOrADocumentThatWouldFillTheMemoryIsRefusedUnread() throws IOException {
    refused(
        directoryOf(33 << 20, archive(measured(1), false)),
        "archive must have a directory of 32 MiB at most.");
    Experiment measured = measured(1);
    refused(
        edited(measured, "manifest.json", json -> json.put("from", "x".repeat(80_000))),
        "manifest.json must have ");
    refused(
        edited(
            measured,
            "manifest.json",
            json -> IntStream.range(0, 1_000).forEach(json.putArray("more")::add)),
        "manifest.json must be JSON of ");
    refused(
        edited(measured, "experiment.json", json -> deep(json, 300)),
        "experiment.json must be JSON of ");
  }

  private static void deep(ObjectNode json, int levels) {
    ObjectNode inner = json;
    for (int level = 0; level < levels; level++) {
      inner = inner.putObject("deeper");
    }
  }

  /** An archive whose end says that its directory is so large, which Java would believe. */
  private static byte[] directoryOf(int size, byte[] archive) {
    byte[] hostile = archive.clone();
    int end = hostile.length - 22;
    ByteBuffer.wrap(hostile).order(ByteOrder.LITTLE_ENDIAN).putInt(end + 12, size);
    return hostile;
  }

  @Test
  void whatBreaksALawIsRefusedThoughItsSumsAreRight() throws IOException {
    Experiment measured = measured(2);
    refused(
        edited(measured, "spec.json", spec -> spec.put("title", " ")),
        "spec.json must be a spec that this version reads.");
    refused(
        edited(measured, "results/000001.json", result -> result.put("outcome", "wonderful")),
        "results/000001.json must be a result that this version reads.");
    refused(
        edited(measured, "experiment.json", trials -> trials.withArray("trials").remove(1)),
        "experiment.json must have the 2 trials of its spec, in their order.");
    refused(
        edited(measured, "experiment.json", json -> json.put("id", "aaaaaaaaaaaa")),
        "experiment.json must have the id that the manifest names.");
    refused(
        edited(
            measured,
            "experiment.json",
            json -> ((ObjectNode) json.get("trials").get(0)).put("state", "running")),
        "experiment.json must say what it is and where its trials stand");
    refused(
        signed(measured, entries -> entries.remove("results/000001.json")),
        "results/000001.json must be there where the trial has finished, and only there.");
    refused(
        signed(measured, entries -> entries.put("parameters/000007-sgd-end.npz", new byte[] {1})),
        "parameters/000007-sgd-end.npz must be of a trial and a point of the experiment.");
    refused(
        signed(measured, entries -> entries.put("parameters/000000-sgd-end.npz", new byte[] {1})),
        "parameters/000000-sgd-end.npz must hold the parameters of the spec's network");
  }

  @Test
  void whatANewerVersionWroteIsRefusedWithWhatToDo() throws IOException {
    Experiment measured = measured(1);
    refused(
        edited(measured, "manifest.json", json -> json.put("version", 2)),
        "manifest.json must be of version 1 at most: a newer Shiftscope wrote it, so import it"
            + " there (it is 2).");
    refused(
        edited(
            measured,
            "manifest.json",
            json ->
                json.get("entries")
                    .valueStream()
                    .filter(entry -> entry.get("name").asString().startsWith("results/"))
                    .forEach(entry -> ((ObjectNode) entry).put("version", 99))),
        "it was stored by a newer version of Shiftscope (shift-measurement 99");
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    refused("{}".getBytes(StandardCharsets.UTF_8), "archive must be a zip file");
    byte[] archive = archive(measured(1), false);
    refused(Arrays.copyOf(archive, archive.length - 40), "archive must be a zip file");
    refused(zip(Map.of("results/000000.json", new byte[] {1})), "manifest.json must be in the");
    try (Stream<Path> files = Files.list(elsewhere)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("import-"));
    }
  }

  private void refused(byte[] archive, String sentence) {
    assertThatThrownBy(() -> other.experiments().archives().read(in(archive)))
        .isInstanceOf(InvalidSpec.class)
        .hasMessageContaining(sentence);
    assertThat(other.experiments().list(Search.ALL, Optional.empty(), 1)).isEmpty();
  }

  /** An archive of which somebody changed entries, and left the manifest. */
  private byte[] changed(Experiment experiment, Consumer<Map<String, byte[]>> change)
      throws IOException {
    Map<String, byte[]> entries = unzip(archive(experiment, false));
    change.accept(entries);
    return zip(entries);
  }

  /** An archive of which somebody changed entries, and the manifest with them. */
  private byte[] signed(Experiment experiment, Consumer<Map<String, byte[]>> change)
      throws IOException {
    return changed(
        experiment,
        entries -> {
          change.accept(entries);
          ObjectNode manifest = json(entries.get("manifest.json"));
          Map<String, ObjectNode> before = new LinkedHashMap<>();
          manifest
              .withArray("entries")
              .forEach(one -> before.put(one.get("name").asString(), (ObjectNode) one));
          var all = manifest.putArray("entries");
          entries.forEach(
              (name, bytes) -> {
                if (!name.equals("manifest.json")) {
                  all.add(
                      before
                          .getOrDefault(name, all.objectNode().put("name", name))
                          .put("size", bytes.length)
                          .put(
                              "sha256",
                              HexFormat.of().formatHex(WriteArchive.sha256().digest(bytes))));
                }
              });
          entries.put("manifest.json", bytes(manifest));
        });
  }

  private byte[] edited(Experiment experiment, String name, Consumer<ObjectNode> edit)
      throws IOException {
    Consumer<Map<String, byte[]>> change =
        entries -> {
          ObjectNode json = json(entries.get(name));
          edit.accept(json);
          entries.put(name, bytes(json));
        };
    return name.equals("manifest.json") ? changed(experiment, change) : signed(experiment, change);
  }

  private static ObjectNode json(byte @Nullable [] text) {
    return JsonMapper.shared().readTree(Objects.requireNonNull(text)).asObject();
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(in(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
