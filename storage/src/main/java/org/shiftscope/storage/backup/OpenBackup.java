package org.shiftscope.storage.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.shiftscope.storage.backup.BackupManifest.Stored;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is read. Its manifest is looked at first, each table when its turn comes. */
public final class OpenBackup implements AutoCloseable {

  /** Bytes of the longest manifest that is read. */
  private static final int LONGEST_MANIFEST = 10 << 20;

  /** Bytes that are read at a time. */
  private static final int PART = 1 << 16;

  private final ZipFile zip;
  private final BackupManifest manifest;

  private OpenBackup(ZipFile zip, BackupManifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens one.
   *
   * @throws BackupRefused where it is none, not whole, or a newer version's
   */
  public static OpenBackup of(Path file) throws IOException {
    try {
      var zip = new ZipFile(file.toFile());
      try {
        return new OpenBackup(zip, manifest(zip));
      } catch (IOException | RuntimeException refused) {
        zip.close();
        throw refused;
      }
    } catch (ZipException damaged) {
      throw new BackupRefused("it is no zip, or not whole (" + damaged.getMessage() + ")").of(file);
    } catch (BackupRefused refused) {
      throw refused.of(file);
    }
  }

  private static BackupManifest manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(BackupManifest.NAME);
    if (entry == null) {
      throw new BackupRefused("it has no " + BackupManifest.NAME);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return BackupManifest.from(JsonMapper.shared().readTree(in.readNBytes(LONGEST_MANIFEST)));
    } catch (JacksonException damaged) {
      throw new BackupRefused("its manifest is damaged (" + damaged.getOriginalMessage() + ")");
    }
  }

  /** What it is. */
  public BackupManifest manifest() {
    return manifest;
  }

  /** Gives the rows of a table, and looks at the end whether they are what was written. */
  void rows(Stored table, ReadTable.RowSink sink) throws SQLException, IOException {
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw new BackupRefused("it has no entry " + table.entry());
    }
    MessageDigest sha256 = Sha256.fresh();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] part = new byte[PART];
      var line = new ByteArrayOutputStream();
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        sha256.update(part, 0, count);
        split(part, count, line, sink);
      }
    } catch (ZipException damaged) {
      throw new BackupRefused(
          "its table " + table.name() + " is damaged (" + damaged.getMessage() + ")");
    }
    if (!HexFormat.of().formatHex(sha256.digest()).equals(table.sha256())) {
      throw new BackupRefused("its table " + table.name() + " has not the SHA-256 of the manifest");
    }
  }

  /**
   * Gives each line that ends in a part of the file.
   *
   * @param line the beginning of the line that the part goes on with; then of the next. Modified.
   */
  private static void split(
      byte[] part, int count, ByteArrayOutputStream line, ReadTable.RowSink sink)
      throws SQLException, IOException {
    int first = 0;
    for (int i = 0; i < count; i++) {
      if (part[i] == '\n') {
        CancelBackup.check();
        line.write(part, first, i - first);
        sink.take(line.toByteArray());
        line.reset();
        first = i + 1;
      }
    }
    line.write(part, first, count - first);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
