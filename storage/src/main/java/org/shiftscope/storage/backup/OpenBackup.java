package org.shiftscope.storage.backup;

import java.io.BufferedInputStream;
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
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
      var line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        byte[] row = line.toByteArray();
        sha256.update(row);
        sha256.update((byte) '\n');
        sink.take(row);
        line.reset();
      }
    } catch (ZipException damaged) {
      throw new BackupRefused(
          "its table " + table.name() + " is damaged (" + damaged.getMessage() + ")");
    }
    if (!HexFormat.of().formatHex(sha256.digest()).equals(table.sha256())) {
      throw new BackupRefused("its table " + table.name() + " has not the SHA-256 of the manifest");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
