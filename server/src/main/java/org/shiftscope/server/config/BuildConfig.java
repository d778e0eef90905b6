package org.shiftscope.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.shiftscope.storage.DatabaseAddress;
import org.shiftscope.storage.RecordPlace;

/**
 * Turns values as written into the typed record, and reports every one that breaks its law.
 *
 * @param settings as they were given
 */
record BuildConfig(ReadSettings settings) {

  /** The record, or empty where a problem was reported. */
  Optional<ServerConfig> build() {
    Optional<ListenConfig> listen = new BuildListen(settings).build();
    Optional<DatabaseAddress> database = new BuildDatabase(settings).build();
    Optional<RecordPlace> record = record(database);
    Optional<WorkConfig> work = new BuildWork(settings).build();
    Optional<Integer> bin = settings.wholeNumber(Setting.BIN, 0, 36_500);
    Optional<BackupConfig> backups = record.map(RecordPlace::folder).flatMap(this::backups);
    Optional<AccessConfig> access = new BuildAccess(settings).build();
    Optional<ObserveConfig> observe = new BuildObserve(settings).build();
    if (!settings.problems().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ServerConfig(
            listen.orElseThrow(),
            record.orElseThrow(),
            work.orElseThrow(),
            Duration.ofDays(bin.orElseThrow()),
            backups.orElseThrow(),
            access.orElseThrow(),
            observe.orElseThrow()));
  }

  /** Where the record is; empty where a problem was reported. */
  private Optional<RecordPlace> record(Optional<DatabaseAddress> database) {
    String law = "a folder that can be written, or the path of one to be made";
    Optional<Path> data = settings.folder(Setting.DATA, "must be " + law);
    if (data.isEmpty()) {
      return Optional.empty();
    }
    return switch (settings.written(Setting.CHECKPOINTS)) {
      case "" -> Optional.of(new RecordPlace(data.get(), database));
      case "database" -> Optional.of(new RecordPlace(data.get(), database, Optional.empty()));
      default ->
          settings
              .folder(Setting.CHECKPOINTS, "must be database, or " + law)
              .map(kept -> new RecordPlace(data.get(), database, Optional.of(kept)));
    };
  }

  private Optional<BackupConfig> backups(Path data) {
    Optional<LocalTime> time = time();
    Optional<Integer> kept = settings.wholeNumber(Setting.BACKUPS_KEPT, 1, 1_000);
    String name = settings.written(Setting.BACKUP_FOLDER);
    Optional<Path> folder =
        switch (name) {
          case "none" -> Optional.empty();
          case "" -> Optional.of(data.resolve("backups"));
          default ->
              settings.folder(
                  Setting.BACKUP_FOLDER, "must be none, or a folder that can be written or made");
        };
    return time.flatMap(at -> kept.map(count -> new BackupConfig(folder, at, count)));
  }

  private Optional<LocalTime> time() {
    try {
      return Optional.of(LocalTime.parse(settings.written(Setting.BACKUP_TIME)));
    } catch (DateTimeParseException noTime) {
      return settings.refuse(Setting.BACKUP_TIME, "must be a time of the day, such as 03:00");
    }
  }
}
