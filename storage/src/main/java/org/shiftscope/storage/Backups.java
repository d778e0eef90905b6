package org.shiftscope.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.shiftscope.storage.BackupUnderWay.Step;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.backup.BackupRefused;
import org.shiftscope.storage.backup.CancelBackup;
import org.shiftscope.storage.backup.ListFolder;
import org.shiftscope.storage.backup.OpenBackup;
import org.shiftscope.storage.backup.WriteBackup;
import org.shiftscope.storage.backup.WriteWhole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups of the record, made while it is at work: each is one file, of one moment, and under its
 * name only once the disk has all of it. Safe for use by many threads.
 */
public final class Backups {

  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
  private static final String NIGHTLY = "shiftscope-nightly-";
  static final String BY_HAND = "shiftscope-backup-";
  private static final Pattern NAME =
      Pattern.compile("shiftscope-(nightly|backup)-\\d{8}T\\d{6}Z\\.zip");

  /** What restoring takes at its largest. */
  private static final int RESTORED_FOR_EACH_BYTE = 4;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Database database;
  private final Path folder;
  private final String software;

  /** One at a time. */
  private final ReentrantLock one;

  private final Map<String, VerifiedBackup> verified = new ConcurrentHashMap<>();
  private volatile Optional<Work> work = Optional.empty();

  /**
   * What is done now.
   *
   * @param file grows while a backup is made
   * @param cancel ends it
   */
  private record Work(String name, Step step, Instant since, Path file, CancelBackup cancel) {
    BackupUnderWay told() {
      return new BackupUnderWay(name, step, since, file.toFile().length());
    }
  }

  Backups(Database database, ReentrantLock one, Path folder, String software) {
    this.database = database;
    this.one = one;
    this.folder = folder;
    this.software = software;
  }

  /** Where they lie. */
  public Path folder() {
    return folder;
  }

  /**
   * Makes one, which stays until somebody deletes its file. Trials, pages and REST go on meanwhile.
   *
   * @throws StorageUnavailable where there is no room, or the folder cannot be written
   * @throws org.shiftscope.storage.backup.BackupCancelled where somebody asked to {@link #cancel}
   */
  public Backup make() {
    return make(BY_HAND);
  }

  /**
   * Makes one, and deletes the oldest of those made so.
   *
   * @param kept how many stay, at least 1
   * @throws StorageUnavailable as {@link #make}
   * @throws org.shiftscope.storage.backup.BackupCancelled as {@link #make}
   */
  public Backup makeNightly(int kept) {
    Backup made = make(NIGHTLY);
    all().stream().filter(Backup::nightly).skip(kept).forEach(Backups::delete);
    return made;
  }

  /**
   * Looks whether one is whole: restores it into a folder beside it, which is gone afterwards, and
   * looks at all that is there. Trials, pages and REST go on meanwhile.
   *
   * @param name its file's name
   * @return what was found; empty where there is no such backup
   * @throws StorageUnavailable where there is no room for it
   * @throws org.shiftscope.storage.backup.BackupCancelled where somebody asked to {@link #cancel}
   */
  public Optional<VerifiedBackup> verify(String name) {
    return find(name).map(this::verify);
  }

  /** What is done now; empty where nothing is. */
  public Optional<BackupUnderWay> underWay() {
    return work.map(Work::told);
  }

  /**
   * Ends what is done now, of which nothing stays.
   *
   * @return what that is; empty where nothing is done
   */
  public Optional<BackupUnderWay> cancel() {
    Asker.require(Role.ADMINISTRATOR);
    Optional<Work> now = work;
    now.ifPresent(each -> each.cancel().ask());
    return now.map(Work::told);
  }

  /** All that can be read, the newest first. */
  public List<Backup> all() {
    Asker.require(Role.ADMINISTRATOR);
    List<Backup> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try {
        for (Path file : ListFolder.of(folder, "*")) {
          read(file).ifPresent(found::add);
        }
      } catch (IOException refused) {
        throw unavailable(refused);
      }
    }
    found.sort(Comparator.comparing((Backup backup) -> backup.manifest().made()).reversed());
    return found;
  }

  /** One by its file's name. */
  public Optional<Backup> find(String name) {
    Asker.require(Role.ADMINISTRATOR);
    return NAME.matcher(name).matches() ? read(folder.resolve(name)) : Optional.empty();
  }

  /** The newest; empty where there is none. */
  public Optional<Backup> last() {
    return all().stream().findFirst();
  }

  /** The name of one that is made now. */
  static String name(String prefix, Instant now) {
    return prefix + TIME.format(now) + ".zip";
  }

  private Optional<Backup> read(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (OpenBackup backup = OpenBackup.of(file)) {
      return Optional.of(
          new Backup(
              name,
              file,
              Files.size(file),
              name.startsWith(NIGHTLY),
              backup.manifest(),
              Optional.ofNullable(verified.get(name))));
    } catch (IOException | BackupRefused unreadable) {
      LOG.warn("{} is passed over: {}", file, unreadable.getMessage());
      return Optional.empty();
    }
  }

  private Backup make(String prefix) {
    Asker.require(Role.ADMINISTRATOR);
    one.lock();
    try {
      OwnerOnly.make(folder);
      requireRoom();
      WriteWhole.clearUnfinished(folder);
      Instant now = database.now();
      Path file = folder.resolve(name(prefix, now));
      write(file, now);
      var _ =
          database.change(
              Role.ADMINISTRATOR,
              change -> {
                change.audit("backup", String.valueOf(file.getFileName()));
                return true;
              });
      return read(file).orElseThrow();
    } catch (IOException refused) {
      throw unavailable(refused);
    } catch (UncheckedIOException refused) {
      throw unavailable(new IOException(refused.getCause()));
    } finally {
      work = Optional.empty();
      one.unlock();
    }
  }

  private VerifiedBackup verify(Backup backup) {
    one.lock();
    try {
      Instant now = database.now();
      var cancel = new CancelBackup();
      work = Optional.of(new Work(backup.name(), Step.VERIFYING, now, backup.file(), cancel));
      requireRoomToRestore(backup);
      var found = new VerifiedBackup(now, cancel.around(() -> verdict(backup.file())));
      verified.put(backup.name(), found);
      return found;
    } catch (IOException refused) {
      throw StorageUnavailable.untilMended(
          "The backup "
              + backup.file()
              + " was not verified ("
              + refused.getMessage()
              + "): free some space there, or copy it elsewhere and use shiftscope verify.",
          refused);
    } finally {
      work = Optional.empty();
      one.unlock();
    }
  }

  /** One that cannot be restored is no fault of the server, but what was asked for. */
  private VerifyRecord.Verdict verdict(Path file) throws IOException {
    try {
      VerifyRecord.clearUnfinished(folder);
      return VerifyRecord.ofBackup(file, folder);
    } catch (BackupRefused damaged) {
      return new VerifyRecord.Verdict(0, 0, List.of(String.valueOf(damaged.getMessage())));
    }
  }

  private void write(Path file, Instant now) throws IOException {
    var _ =
        WriteWhole.to(
            file,
            part -> {
              String name = String.valueOf(file.getFileName());
              var cancel = new CancelBackup();
              work = Optional.of(new Work(name, Step.MAKING, now, part, cancel));
              return cancel.around(
                  () ->
                      database.read(
                          handle -> { // anew where the database was closed and opened meanwhile
                            write(handle, part, now);
                            return true;
                          }));
            });
  }

  private void write(Handle handle, Path part, Instant now) {
    try (OutputStream out = new WriteWithRoom(folder, Files.newOutputStream(part))) {
      var _ = WriteBackup.of(handle.getConnection(), out, now, software);
    } catch (SQLException broken) {
      throw new ConnectionException(broken);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** The next one is likely as large as the last. */
  private void requireRoom() throws IOException {
    requireRoom(all().stream().findFirst().map(Backup::size).orElse(0L));
  }

  /** A database is larger than its backup, and is there twice while it is compacted. */
  private void requireRoomToRestore(Backup backup) throws IOException {
    requireRoom(RESTORED_FOR_EACH_BYTE * backup.size());
  }

  private void requireRoom(long bytes) throws IOException {
    long needed = bytes + KeepRoom.LEAST_ROOM;
    long left = KeepRoom.room(folder);
    if (left < needed) {
      throw new IOException(
          "the disk is nearly full: "
              + (left >> 20)
              + " MiB are left, and about "
              + (needed >> 20)
              + " needed");
    }
  }

  private StorageUnavailable unavailable(IOException refused) {
    return StorageUnavailable.untilMended(
        "No backup was made in "
            + folder
            + " ("
            + refused.getMessage()
            + "): free some space there, or choose another folder by backup-folder.",
        refused);
  }

  private static void delete(Backup backup) {
    try {
      Files.deleteIfExists(backup.file());
    } catch (IOException refused) {
      LOG.warn("The old backup {} stays: {}", backup.file(), refused.getMessage());
    }
  }
}
