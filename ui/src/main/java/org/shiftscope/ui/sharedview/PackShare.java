package org.shiftscope.ui.sharedview;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.shiftscope.storage.NewShare;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packs a view and its data, and takes the SHA-256 of what will be downloaded: {@code
 * {"format":…,"version":…,"view":…,"data":…}}, byte for byte. The data are never in memory but
 * packed.
 */
public final class PackShare {

  private static final String BEFORE_DATA = ",\"data\":";
  private static final String AFTER_DATA = "}\n";

  /** Packed bytes that a share may have: about ten times as much JSON. */
  private static final int MOST = 64_000_000;

  private PackShare() {}

  static NewShare.Content of(
      SharedView view, WriteSharedData data, Iterable<ReadExperiment> experiments) {
    byte[] json = SharedViewJson.bytes(view);
    var hash = new DigestOutputStream(OutputStream.nullOutputStream(), sha256());
    var counted = new CountBytes(hash);
    try {
      write(counted, beforeView(SharedViewJson.FORMAT, SharedViewJson.VERSION));
      counted.write(json);
      write(counted, BEFORE_DATA);
      byte[] packed = pack(counted, data, experiments);
      write(counted, AFTER_DATA);
      return new NewShare.Content(
          SharedViewJson.FORMAT,
          SharedViewJson.VERSION,
          gzip(json),
          packed,
          HexFormat.of().formatHex(hash.getMessageDigest().digest()),
          counted.bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pack(
      OutputStream beside, WriteSharedData data, Iterable<ReadExperiment> experiments)
      throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed);
        JsonGenerator json =
            JsonMapper.shared().createGenerator(new Both(gzip, beside, packed::size))) {
      data.to(json, experiments);
    }
    return packed.toByteArray();
  }

  /**
   * Writes what is downloaded: the bytes that the SHA-256 is of.
   *
   * @param format the declared id of the view's format
   * @param version in which it was written
   * @param data read as it is written, and closed
   */
  public static void download(
      String format, int version, byte[] view, InputStream data, OutputStream to)
      throws IOException {
    write(to, beforeView(format, version));
    unpack(view, to);
    write(to, BEFORE_DATA);
    transfer(data, to);
    write(to, AFTER_DATA);
  }

  /** Writes the view alone, under its format and version. */
  public static void view(String format, int version, byte[] view, OutputStream to)
      throws IOException {
    write(to, beforeView(format, version));
    unpack(view, to);
    write(to, AFTER_DATA);
  }

  private static String beforeView(String format, int version) {
    return "{\"format\":\"" + format + "\",\"version\":" + version + ",\"view\":";
  }

  /** The bytes that were packed. */
  public static byte[] unpack(byte[] packed) throws IOException {
    var plain = new ByteArrayOutputStream();
    unpack(packed, plain);
    return plain.toByteArray();
  }

  private static void unpack(byte[] packed, OutputStream to) throws IOException {
    transfer(new ByteArrayInputStream(packed), to);
  }

  private static void transfer(InputStream packed, OutputStream to) throws IOException {
    try (packed;
        var in = new GZIPInputStream(packed)) {
      in.transferTo(to);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  private static void write(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static final class CountBytes extends FilterOutputStream {
    private long bytes;

    CountBytes(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int single) throws IOException {
      bytes++;
      out.write(single);
    }

    @Override
    public void write(byte[] some, int from, int count) throws IOException {
      bytes += count;
      out.write(some, from, count);
    }
  }

  /** Writes to two, and refuses what grows too large. */
  private static final class Both extends OutputStream {
    private final OutputStream first;
    private final OutputStream second;
    private final java.util.function.IntSupplier size;

    Both(OutputStream first, OutputStream second, java.util.function.IntSupplier size) {
      this.first = first;
      this.second = second;
      this.size = size;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int count) throws IOException {
      if (size.getAsInt() > MOST) {
        throw ReadExperiment.refused(
            "experiments",
            "must have results of no more than 64 MB, packed: share single trials of it instead",
            "");
      }
      first.write(some, from, count);
      second.write(some, from, count);
    }
  }
}
