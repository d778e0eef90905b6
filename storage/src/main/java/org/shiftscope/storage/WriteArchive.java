package org.shiftscope.storage;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shiftscope.compute.export.WriteNpz;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.spec.NamedPoint;
import tools.jackson.databind.JsonNode;

/** Writes the entries of an archive one after another, and keeps what its manifest says of them. */
final class WriteArchive {

  static final String EXPERIMENT = "experiment.json";
  static final String SPEC = "spec.json";
  static final String FINDINGS = "findings.json";

  static final String RECORD = "record.json";

  /** The one array of a file with parameters. */
  static final String THETA = "theta";

  private final ZipOutputStream zip;
  private final Instant time;
  private final List<ArchiveManifest.Entry> entries = new ArrayList<>();

  /**
   * @param out where it goes; left open
   * @param time what stands on each entry, so that the same experiment makes the same entries
   */
  WriteArchive(OutputStream out, Instant time) {
    this.zip = new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8);
    this.time = time;
  }

  /** The entry of a trial's result. */
  static String result(int trial) {
    return String.format(Locale.ROOT, "results/%06d.json", trial);
  }

  /** The entry of a trial's parameters at a point. */
  static String parameters(int trial, NamedPoint point) {
    return String.format(Locale.ROOT, "parameters/%06d-%s.npz", trial, point.id());
  }

  void json(String name, JsonNode json) throws IOException {
    document(name, new StoredDocument("", 0, json.toString()));
  }

  void document(String name, StoredDocument document) throws IOException {
    byte[] bytes = document.json().getBytes(StandardCharsets.UTF_8);
    entry(name, document.format(), document.version(), out -> out.write(bytes));
  }

  void results(Map<Integer, StoredDocument> results) throws IOException {
    for (Map.Entry<Integer, StoredDocument> each : results.entrySet()) {
      document(result(each.getKey()), each.getValue());
    }
  }

  void parameters(int trial, NamedPoint point, double[] theta) throws IOException {
    var file = new ByteArrayOutputStream();
    WriteNpz.write(List.of(new NamedArray(THETA, List.of(theta.length), theta)), file);
    entry(parameters(trial, point), "", 0, file::writeTo);
  }

  /** Writes the manifest, and ends the archive. */
  void end(String experiment, Archives.Export export, Instant now) throws IOException {
    byte[] manifest =
        new ArchiveManifest(experiment, export.from(), export.version(), now, entries)
            .toJson()
            .toPrettyString()
            .getBytes(StandardCharsets.UTF_8);
    zip.putNextEntry(timed(ArchiveManifest.NAME));
    zip.write(manifest);
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void entry(String name, String format, int version, Content content) throws IOException {
    zip.putNextEntry(timed(name));
    var counted = new Counted(new DigestOutputStream(zip, sha256()));
    content.writeTo(counted);
    zip.closeEntry();
    entries.add(new ArchiveManifest.Entry(name, counted.bytes, counted.sha256(), format, version));
  }

  private ZipEntry timed(String name) {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(time.atOffset(ZoneOffset.UTC).toLocalDateTime());
    return entry;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Counts and digests what goes through. */
  private static final class Counted extends FilterOutputStream {
    private final DigestOutputStream digest;
    private long bytes;

    Counted(DigestOutputStream digest) {
      super(digest);
      this.digest = digest;
    }

    @Override
    public void write(int b) throws IOException {
      bytes++;
      out.write(b);
    }

    @Override
    public void write(byte[] some, int first, int count) throws IOException {
      bytes += count;
      out.write(some, first, count);
    }

    String sha256() {
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    }
  }
}
