package org.shiftscope.storage;

import java.nio.file.Path;
import org.shiftscope.storage.backup.BackupManifest;

/**
 * A backup that lies in the folder of backups.
 *
 * @param name its file's name
 * @param file where it is
 * @param size its bytes
 * @param nightly whether it was made by itself, and goes when newer ones have come
 * @param manifest what it is
 */
public record Backup(String name, Path file, long size, boolean nightly, BackupManifest manifest) {}
