package org.shiftscope.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import tools.jackson.databind.JsonNode;

/**
 * An archive whose bytes were checked: it holds the entries that its manifest names, and no others,
 * each of its size and SHA-256. Nothing of it is unpacked into a file, and no more of an entry is
 * unpacked than the manifest says, so neither names nor lies about sizes do harm.
 */
final class OpenArchive implements AutoCloseable {

  /** Of entries that this version knows; of others nobody could say what they mean. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(manifest|experiment|spec|findings|record|methods)\\.json|references\\.bib"
              + "|results/\\d{6}\\.json|parameters/\\d{6}-[a-z-]{1,20}\\.npz");

  private static final int MOST_ENTRIES = 100_000;

  /** Java's directory of so many entries, each with a name of 40 letters and times, takes 8 MiB. */
  private static final long LARGEST_DIRECTORY = 32L << 20;

  /** What the manifest says beside its entries, and of each. */
  private static final long MANIFEST_BYTES = 64L << 10;

  private static final long ENTRY_BYTES = 512;
  private static final long MANIFEST_PARTS = 200;
  private static final long ENTRY_PARTS = 16;

  /** Text of results packs to a fifth, a series of one number to a hundredth. */
  private static final int LARGEST_RATIO = 200;

  private static final long ALWAYS_UNPACKED = 64L << 20;

  private final ZipFile zip;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, ArchiveManifest.Entry> entries = new LinkedHashMap<>();
  private final ArchiveManifest manifest;
  private final String sha256;

  private OpenArchive(ZipFile zip, long size) throws IOException {
    this.zip = zip;
    checkNames();
    refuseProblems();
    byte[] bytes = manifestBytes();
    this.sha256 = HexFormat.of().formatHex(WriteArchive.sha256().digest(bytes));
    this.manifest = ArchiveManifest.from(parsed(bytes, MANIFEST_PARTS + ENTRY_PARTS * zip.size()));
    checkEntries(size);
    refuseProblems();
  }

  /**
   * Opens a file and checks all its bytes.
   *
   * @param size the file's
   * @throws InvalidSpec with a problem for each entry that is not right
   */
  static OpenArchive of(Path file, long size) throws IOException {
    if (ZipDirectory.size(file) > LARGEST_DIRECTORY) {
      throw refusal(
          "archive", "must have a directory of " + (LARGEST_DIRECTORY >> 20) + " MiB at most");
    }
    ZipFile zip = zip(file);
    try {
      return new OpenArchive(zip, size);
    } catch (IOException | RuntimeException refused) {
      zip.close();
      throw refused;
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException none) {
      throw refusal("archive", "must be a zip file that was not cut short: " + none.getMessage());
    }
  }

  ArchiveManifest manifest() {
    return manifest;
  }

  /** SHA-256 of the manifest, and so of all that it names. */
  String sha256() {
    return sha256;
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** Bytes of all entries together, before they were packed. */
  long unpacked() {
    return entries.values().stream().mapToLong(ArchiveManifest.Entry::size).sum();
  }

  /** An entry as a document, with the format and version that the manifest gives it. */
  StoredDocument document(String name) throws IOException {
    ArchiveManifest.Entry entry = require(name);
    byte[] json = bytes(name);
    BoundedJson.check(name, json, BoundedJson.mostParts());
    return new StoredDocument(
        entry.format(), entry.version(), new String(json, StandardCharsets.UTF_8));
  }

  /** An entry as JSON. */
  JsonNode json(String name) throws IOException {
    return BoundedJson.read(name, bytes(name), BoundedJson.mostParts());
  }

  /** An entry's bytes. */
  byte[] bytes(String name) throws IOException {
    ArchiveManifest.Entry entry = require(name);
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readNBytes((int) entry.size());
    }
  }

  private ArchiveManifest.Entry require(String name) {
    ArchiveManifest.Entry entry = entries.get(name);
    if (entry == null) {
      throw refusal(name, "must be in the archive");
    }
    return entry;
  }

  /** The refusal of an archive for one of its entries. */
  static InvalidSpec refusal(String entry, String law) {
    return InvalidSpec.of(List.of(new Problem(entry, law, "")));
  }

  private void checkNames() {
    if (zip.size() > MOST_ENTRIES) {
      problem("archive", "must have " + MOST_ENTRIES + " entries at most; it has " + zip.size());
      return;
    }
    Set<String> seen = new HashSet<>();
    zip.stream()
        .map(ZipEntry::getName)
        .forEach(
            name -> {
              if (!NAMES.matcher(name).matches()) {
                problem(shown(name), "is no name of an entry of such an archive");
              } else if (!seen.add(name)) {
                problem(name, "must be there once");
              }
            });
    if (!seen.contains(ArchiveManifest.NAME)) {
      problem(
          ArchiveManifest.NAME,
          "must be in the archive, which is none of an experiment of Shiftscope without it");
    }
  }

  private byte[] manifestBytes() throws IOException {
    long most = MANIFEST_BYTES + ENTRY_BYTES * zip.size();
    try (InputStream in = zip.getInputStream(zip.getEntry(ArchiveManifest.NAME))) {
      byte[] bytes = in.readNBytes((int) most + 1);
      if (bytes.length > most) {
        throw refusal(
            ArchiveManifest.NAME,
            "must have " + most + " bytes at most for " + zip.size() + " entries");
      }
      return bytes;
    }
  }

  private static JsonNode parsed(byte[] manifest, long parts) {
    JsonNode json = BoundedJson.read(ArchiveManifest.NAME, manifest, parts);
    Optional<String> refused = ArchiveManifest.refuse(json);
    if (refused.isPresent()) {
      throw refusal(ArchiveManifest.NAME, refused.get());
    }
    return json;
  }

  private void checkEntries(long size) throws IOException {
    for (ArchiveManifest.Entry entry : manifest.entries()) {
      if (entries.put(entry.name(), entry) != null) {
        problem(entry.name(), "must be named once by the manifest");
      }
    }
    zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> !name.equals(ArchiveManifest.NAME) && !entries.containsKey(name))
        .forEach(name -> problem(name, "must be named by the manifest"));
    long unpacked = 0;
    for (ArchiveManifest.Entry entry : entries.values()) {
      unpacked = Math.addExact(unpacked, Math.max(0, entry.size()));
    }
    if (unpacked > ALWAYS_UNPACKED + LARGEST_RATIO * size) {
      throw refusal(
          "archive",
          "must unpack to "
              + LARGEST_RATIO
              + " times its size at most; by its manifest it unpacks to "
              + unpacked
              + " bytes of "
              + size);
    }
    for (ArchiveManifest.Entry entry : entries.values()) {
      check(entry);
    }
  }

  private void check(ArchiveManifest.Entry entry) throws IOException {
    ZipEntry packed = zip.getEntry(entry.name());
    if (packed == null) {
      problem(shown(entry.name()), "must be in the archive, since the manifest names it");
    } else if (entry.size() < 0 || entry.size() > largest()) {
      problem(entry.name(), "must unpack to " + largest() + " bytes at most on this machine");
    } else {
      try (InputStream in = zip.getInputStream(packed)) {
        checkBytes(entry, in);
      } catch (IOException damaged) {
        problem(entry.name(), "must not be damaged: " + damaged.getMessage());
      }
    }
  }

  /** What one entry may take of the heap, in which it is read whole. */
  private static long largest() {
    return Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 8);
  }

  private void checkBytes(ArchiveManifest.Entry entry, InputStream in) throws IOException {
    MessageDigest digest = WriteArchive.sha256();
    byte[] some = new byte[1 << 16];
    long read = 0;
    for (int count = in.read(some); count > 0 && read <= entry.size(); count = in.read(some)) {
      digest.update(some, 0, count);
      read += count;
    }
    if (read != entry.size()) {
      problem(entry.name(), "must have the " + entry.size() + " bytes that the manifest names");
    } else if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
      problem(entry.name(), "must have the SHA-256 that the manifest names: it was changed");
    }
  }

  private void problem(String entry, String law) {
    problems.add(new Problem(entry, law, ""));
  }

  private void refuseProblems() {
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
  }

  /** A name that somebody made up. */
  private static String shown(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
    return "“" + plain.substring(0, Math.min(100, plain.length())) + "”";
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
