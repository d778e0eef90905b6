package org.shiftscope.storage.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the record as one file: a zip with an entry for each table, a JSON array on a line for
 * each row, and last the manifest. It is of one moment, and whatever database it is written from,
 * either database reads it.
 */
public final class WriteBackup {

  private final Connection snapshot;
  private final ZipOutputStream zip;
  private final Instant made;

  private WriteBackup(Connection snapshot, ZipOutputStream zip, Instant made) {
    this.snapshot = snapshot;
    this.zip = zip;
    this.made = made;
  }

  /**
   * Writes it.
   *
   * @param connection to a record. As it was, afterwards.
   * @param out where it goes; left open
   * @param made the moment that it is said to be of
   * @param software Shiftscope's version
   */
  public static BackupManifest of(
      Connection connection, OutputStream out, Instant made, String software)
      throws SQLException, IOException {
    var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED); // most of it are numbers that are packed already
    BackupManifest manifest =
        AtOneMoment.of(
            connection, snapshot -> new WriteBackup(snapshot, zip, made).write(software));
    zip.finish();
    zip.flush();
    return manifest;
  }

  private BackupManifest write(String software) throws SQLException, IOException {
    String schema =
        FindTables.schema(snapshot)
            .orElseThrow(() -> new BackupRefused("there is no record in the database"));
    List<BackupManifest.Stored> tables = new ArrayList<>();
    for (StoredTable table : FindTables.in(snapshot)) {
      tables.add(write(table));
    }
    DatabaseMetaData of = snapshot.getMetaData();
    String database = of.getDatabaseProductName() + " " + of.getDatabaseProductVersion();
    var manifest = new BackupManifest(schema, software, database, made, tables);
    begin(BackupManifest.NAME);
    zip.write(manifest.toJson().toPrettyString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    return manifest;
  }

  private BackupManifest.Stored write(StoredTable table) throws SQLException, IOException {
    var empty = new BackupManifest.Stored(table.name(), table.names(), 0, 0, "", "");
    MessageDigest sha256 = Sha256.fresh();
    var digest = new RowDigest();
    long[] size = new long[1];
    begin(empty.entry());
    ReadTable.rows(
        snapshot,
        table,
        line -> {
          digest.add(line);
          sha256.update(line);
          sha256.update((byte) '\n');
          zip.write(line);
          zip.write('\n');
          size[0] += line.length + 1;
        });
    zip.closeEntry();
    return new BackupManifest.Stored(
        table.name(),
        table.names(),
        digest.rows(),
        size[0],
        HexFormat.of().formatHex(sha256.digest()),
        digest.text());
  }

  private void begin(String name) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(made.atOffset(ZoneOffset.UTC).toLocalDateTime());
    zip.putNextEntry(entry);
  }
}
