package org.shiftscope.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.stage.TrialCheckpoints.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints as files in a folder, which workers may share: they are large, short-lived and no
 * loss (docs/decisions/010-checkpoints-are-files.md). (1) A file has the number of its attempt in
 * its name. (2) It is written under another name, forced to the disk and then moved, so a file that
 * is there is whole. (3) What a crash left behind is cleared away once its attempt does not run.
 */
final class CheckpointFolder implements Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
  private static final String UNFINISHED = ".part";

  private final Database database;
  private final Path folder;

  CheckpointFolder(Database database, Path folder) {
    this.database = database;
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public Optional<InputStream> newest(TrialAttempt attempt) {
    for (TrialAttempt kept : ofTrial(attempt)) {
      if (kept.attempt() <= attempt.attempt()) {
        try {
          return Optional.of(Files.newInputStream(file(kept)));
        } catch (IOException unreadable) {
          LOG.warn("The checkpoint {} cannot be read: {}", kept.name(), unreadable.toString());
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void keep(TrialAttempt attempt, Content content) {
    Path unfinished = unfinished(attempt);
    try {
      Files.createDirectories(folder);
      write(unfinished, content);
      Files.move(
          unfinished,
          file(attempt),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      LOG.warn("No checkpoint of trial {} is kept: {}", attempt.name(), refused.toString());
      delete(unfinished);
      return;
    }
    ofTrial(attempt).stream()
        .filter(kept -> kept.attempt() < attempt.attempt())
        .forEach(kept -> delete(file(kept)));
    unfinishedOf(attempt)
        .filter(left -> left.attempt() < attempt.attempt())
        .forEach(left -> delete(unfinished(left)));
  }

  private void write(Path file, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = new WriteWithRoom(folder, Channels.newOutputStream(channel))) {
      content.writeTo(out);
      channel.force(true);
    }
  }

  @Override
  public void forget(TrialAttempt attempt) {
    ofTrial(attempt).forEach(kept -> delete(file(kept)));
    unfinishedOf(attempt).forEach(left -> delete(unfinished(left)));
  }

  private Stream<TrialAttempt> unfinishedOf(TrialAttempt attempt) {
    return all(UNFINISHED).stream().filter(left -> left.isOfTheSameTrial(attempt));
  }

  @Override
  public long bytes(ExperimentId experiment) {
    return all("").stream()
        .filter(kept -> kept.experiment().equals(experiment))
        .mapToLong(kept -> file(kept).toFile().length()) // 0 of one that has just gone
        .sum();
  }

  @Override
  public void clearUseless() {
    try {
      for (TrialAttempt kept : all("")) {
        if (!database.read(handle -> ReadTrials.mayGoOn(handle, kept))) {
          delete(file(kept));
        }
      }
      for (TrialAttempt unfinished : all(UNFINISHED)) {
        if (!database.read(handle -> ReadTrials.isTheLast(handle, unfinished))) {
          delete(unfinished(unfinished));
        }
      }
    } catch (StorageUnavailable unavailable) {
      LOG.info("Old checkpoints stay until the next start: {}", unavailable.getMessage());
    }
  }

  /** The attempts of a trial that have a checkpoint, the last first. */
  private List<TrialAttempt> ofTrial(TrialAttempt attempt) {
    return all("").stream()
        .filter(kept -> kept.isOfTheSameTrial(attempt))
        .sorted(Comparator.comparingInt(TrialAttempt::attempt).reversed())
        .toList();
  }

  /** The attempts that have a file, whose name ends in a certain way. */
  private List<TrialAttempt> all(String end) {
    try (Stream<Path> files = files()) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(end))
          .map(name -> name.substring(0, name.length() - end.length()))
          .filter(name -> name.matches("[a-z0-9]{12}\\.\\d{1,9}\\.\\d{1,9}"))
          .map(TrialAttempt::named)
          .toList();
    }
  }

  private Stream<Path> files() {
    try {
      return Files.exists(folder) ? Files.list(folder) : Stream.empty();
    } catch (IOException unreadable) {
      LOG.warn("The checkpoints in {} cannot be listed: {}", folder, unreadable.toString());
      return Stream.empty();
    }
  }

  private Path file(TrialAttempt attempt) {
    return folder.resolve(attempt.name());
  }

  private Path unfinished(TrialAttempt attempt) {
    return folder.resolve(attempt.name() + UNFINISHED);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      LOG.warn("The checkpoint {} cannot be deleted: {}", file, refused.toString());
    }
  }
}
