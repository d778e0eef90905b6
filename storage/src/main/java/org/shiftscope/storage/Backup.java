package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.shiftscope.storage.backup.BackupManifest;
import org.shiftscope.storage.backup.Sha256;

/**
 * A backup that lies in the folder of backups.
 *
 * @param name its file's name
 * @param file where it is
 * @param size its bytes
 * @param nightly whether it was made by itself, and goes when newer ones have come
 * @param manifest what it is
 * @param verified what the last look at it found; empty where there was none since the start
 */
public record Backup(
    String name,
    Path file,
    long size,
    boolean nightly,
    BackupManifest manifest,
    Optional<VerifiedBackup> verified) {

  /** The SHA-256 of the file, hexadecimal: reads all of it. */
  public String sha256() throws IOException {
    return Sha256.of(file);
  }
}
