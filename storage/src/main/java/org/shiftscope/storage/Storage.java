package org.shiftscope.storage;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.shiftscope.storage.accounts.People;

/**
 * The lasting record: one database, of H2 in the data folder, which one process opens at a time, or
 * of PostgreSQL, which many do. Safe for use by many threads.
 */
public final class Storage implements AutoCloseable {

  private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final OpenedDatabase opened;
  private final Database database;
  private final Lanes lanes;
  private final Experiments experiments;
  private final StoredShares shares;
  private final Optional<SumUpFindings> findings;
  private final People people;
  private final ReentrantLock oneBackup = new ReentrantLock();
  private final Vitals vitals;
  private final Notices notices;
  private final WatchSchema schema;

  /**
   * @param sumsUp whether this process finds the key numbers of experiments that ended
   */
  private Storage(
      OpenedDatabase opened,
      RecordPlace place,
      Clocks clocks,
      Supplier<ExperimentId> ids,
      boolean sumsUp) {
    this.opened = opened;
    this.database = new Database(opened, clocks);
    FillTallies.fill(database);
    database.change(change -> AcceptDamage.in(change, opened.damage()));
    TakeMissingChecksums.in(database);
    opened.watch(database);
    var running = new RunningTrials();
    RandomGenerator secrets = new SecureRandom();
    Checkpoints checkpoints =
        place
            .checkpoints()
            .<Checkpoints>map(folder -> new CheckpointFolder(database, folder))
            .orElseGet(() -> new CheckpointRows(database));
    checkpoints.clearUseless();
    if (!database.isShared()) {
      database.note(Workers::endAll);
    }
    var worker = new LivingWorker(database, randomLetters(secrets), checkpoints);
    this.lanes = new Lanes(opened, database, running, checkpoints, worker);
    this.experiments = new StoredExperiments(database, ids, running, checkpoints, lanes);
    this.shares = new StoredShares(database, () -> new ShareId(randomLetters(secrets)), secrets);
    MakeLane.ofEveryTrial(database);
    if (opened.isMigrated()) {
      RequeueTrials.ofOlder(database);
    }
    this.findings =
        sumsUp ? Optional.of(SumUpFindings.start(database, experiments)) : Optional.empty();
    this.people = new People(new AccountRecords(database));
    database.news().onAccounts(people::changedElsewhere);
    this.vitals = new Vitals(database, running);
    this.notices = new Notices(database, secrets);
    this.schema = new WatchSchema(database);
  }

  /**
   * Opens the record in a data folder, which is made where it is missing.
   *
   * @param folder the data folder
   * @param clock tells the time of every change
   * @throws StorageUnavailable where the folder cannot be written, the disk is full, or another
   *     server has it open
   */
  public static Storage open(Path folder, Clock clock) {
    return open(folder, clock, ids());
  }

  /**
   * Opens the record where it is.
   *
   * @throws StorageUnavailable where the data folder or the database cannot be used
   */
  public static Storage open(RecordPlace place, Clock clock) {
    return open(place, Clocks.of(clock));
  }

  /**
   * Opens the record for a process that runs trials, and leaves to others what is done once for an
   * experiment.
   *
   * @throws StorageUnavailable as {@link #open(RecordPlace, Clock)}
   */
  public static Storage openForWork(RecordPlace place, Clock clock) {
    return openForWork(place, Clocks.of(clock));
  }

  /** Opens it for a process that runs trials, with a clock of its own for how long things take. */
  static Storage openForWork(RecordPlace place, Clocks clocks) {
    return new Storage(opened(place, false), place, clocks, ids(), false);
  }

  /** Opens the record where it is, with a clock of its own for how long things take. */
  static Storage open(RecordPlace place, Clocks clocks) {
    return new Storage(opened(place, false), place, clocks, ids(), true);
  }

  private static OpenedDatabase opened(RecordPlace place, boolean damageAccepted) {
    return place.database().isPresent()
        ? OpenPostgres.at(place.folder(), place.database().get())
        : OpenDatabase.in(place.folder(), damageAccepted);
  }

  /**
   * Opens the record in a data folder.
   *
   * @param ids gives each experiment an identity of its own
   * @throws StorageUnavailable as {@link #open(Path, Clock)}
   */
  public static Storage open(Path folder, Clock clock, Supplier<ExperimentId> ids) {
    RecordPlace place = RecordPlace.in(folder);
    return new Storage(opened(place, false), place, Clocks.of(clock), ids, true);
  }

  /** Opens the record in a data folder, with a clock of its own for how long things take. */
  static Storage open(Path folder, Clocks clocks) {
    return open(RecordPlace.in(folder), clocks);
  }

  private static Supplier<ExperimentId> ids() {
    RandomGenerator random = new SecureRandom();
    return () -> new ExperimentId(randomLetters(random));
  }

  private static String randomLetters(RandomGenerator random) {
    var letters = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      letters.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
    }
    return letters.toString();
  }

  /**
   * Opens the record where it is, also where H2's file is damaged: with what is left, and a line in
   * the log for each thing that is missing. A trial that lost its result can be retried.
   *
   * @throws StorageUnavailable as {@link #open(RecordPlace, Clock)}, but not for damage
   */
  public static Storage openDamaged(RecordPlace place, Clock clock) {
    return new Storage(opened(place, true), place, Clocks.of(clock), ids(), true);
  }

  /** The front door. */
  public Experiments experiments() {
    return experiments;
  }

  /** The door to shared views. */
  public Shares shares() {
    return shares;
  }

  /** Who may do what, and who did. */
  public People people() {
    return people;
  }

  /**
   * Backups, made while the record is at work.
   *
   * @param folder where they lie; it is made with the first
   * @param software Shiftscope's version, which each names
   */
  public Backups backups(Path folder, String software) {
    return new Backups(database, oneBackup, folder, software);
  }

  /** How the record is. */
  public Vitals vitals() {
    return vitals;
  }

  /** Who is told of experiments that ended. */
  public Notices notices() {
    return notices;
  }

  /** The back door. */
  public TrialQueue queue() {
    return lanes;
  }

  /**
   * Is completed, with what to tell a person, once a newer version has migrated the record in a
   * process of its own: then this one changes nothing any more, and should end. Never where one
   * process alone opens it.
   */
  public CompletableFuture<StorageUnavailable> outdated() {
    return schema.outdated();
  }

  /**
   * Makes the database write to its disk, and changes nothing.
   *
   * @throws StorageUnavailable where it cannot, or may not any more
   */
  public void checkWritable() {
    if (outdated().isDone()) {
      throw outdated().join();
    }
    database.note(change -> TryWriting.to(change, LaneTable.FIRST));
  }

  /** Closes the lanes, tells the last news and closes the database. */
  @Override
  public void close() {
    schema.close();
    lanes.close();
    shares.close();
    findings.ifPresent(SumUpFindings::close);
    database.close();
    opened.close();
  }
}
