package org.shiftscope.storage;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.shiftscope.storage.accounts.People;
import org.shiftscope.storage.accounts.Role;

/**
 * The lasting record in a data folder: one H2 database, which one process opens at a time. Safe for
 * use by many threads.
 */
public final class Storage implements AutoCloseable {

  private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private final OpenedDatabase opened;
  private final News news;
  private final Database database;
  private final Lanes lanes;
  private final Experiments experiments;
  private final StoredShares shares;
  private final SumUpFindings findings;
  private final People people;

  private Storage(OpenedDatabase opened, Clocks clocks, Supplier<ExperimentId> ids) {
    this.opened = opened;
    this.news = new News();
    this.database = new Database(opened, clocks, news);
    FillTallies.fill(database);
    database.change(change -> AcceptDamage.in(change, opened.damage()));
    TakeMissingChecksums.in(database);
    opened.holdings().start(database.read(Holdings::in));
    var running = new RunningTrials();
    RandomGenerator secrets = new SecureRandom();
    var checkpoints = new CheckpointFolder(database, opened.home().resolve("checkpoints"));
    checkpoints.clearUseless();
    if (!database.isShared()) {
      database.report(Workers::endAll);
    }
    var worker = new LivingWorker(database, randomLetters(secrets), checkpoints);
    this.lanes = new Lanes(opened.writing(), database, running, checkpoints, worker);
    this.experiments = new StoredExperiments(database, ids, running, checkpoints, lanes);
    this.shares = new StoredShares(database, () -> new ShareId(randomLetters(secrets)), secrets);
    database.read(
        handle -> {
          LaneTable.FIRST.create(handle);
          return true;
        });
    this.findings = SumUpFindings.start(database, experiments);
    this.people = new People(new AccountRecords(database));
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
    RandomGenerator random = new SecureRandom();
    return open(folder, clock, () -> randomId(random));
  }

  /**
   * Opens the record in a data folder.
   *
   * @param ids gives each experiment an identity of its own
   * @throws StorageUnavailable as {@link #open(Path, Clock)}
   */
  public static Storage open(Path folder, Clock clock, Supplier<ExperimentId> ids) {
    return new Storage(OpenDatabase.in(folder, false), Clocks.of(clock), ids);
  }

  /** Opens the record in a data folder, with a clock of its own for how long things take. */
  static Storage open(Path folder, Clocks clocks) {
    RandomGenerator random = new SecureRandom();
    return new Storage(OpenDatabase.in(folder, false), clocks, () -> randomId(random));
  }

  private static ExperimentId randomId(RandomGenerator random) {
    return new ExperimentId(randomLetters(random));
  }

  private static String randomLetters(RandomGenerator random) {
    var letters = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      letters.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
    }
    return letters.toString();
  }

  /**
   * Opens the record in a data folder, also where it is damaged: with what is left, and a line in
   * the log for each thing that is missing. A trial that lost its result can be retried.
   *
   * @throws StorageUnavailable as {@link #open(Path, Clock)}, but not for damage
   */
  public static Storage openDamaged(Path folder, Clock clock) {
    RandomGenerator random = new SecureRandom();
    return new Storage(OpenDatabase.in(folder, true), Clocks.of(clock), () -> randomId(random));
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

  /** The back door. */
  public TrialQueue queue() {
    return lanes;
  }

  /** The processes that run trials now, in the order of their starts. */
  public List<Worker> workers() {
    return database.read(Workers::alive);
  }

  /**
   * Makes the database write to its disk, and changes nothing.
   *
   * @throws StorageUnavailable where it cannot
   */
  public void checkWritable() {
    database.change(Role.NOBODY, change -> TryWriting.to(change, LaneTable.FIRST));
  }

  /** Closes the lanes, tells the last news and closes the database. */
  @Override
  public void close() {
    lanes.close();
    shares.close();
    findings.close();
    news.close();
    database.close();
    opened.close();
  }
}
