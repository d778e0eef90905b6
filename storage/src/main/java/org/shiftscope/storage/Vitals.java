package org.shiftscope.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How the record is: what whoever runs a server asks of it, in place of what is in it. Nothing here
 * reads all trials: the cost is that of the experiments, and of the trials that wait or run. Safe
 * for use by many threads.
 */
public final class Vitals {

  private static final String H2_FILE = "shiftscope.mv.db";

  private final Database database;
  private final RunningTrials running;

  Vitals(Database database, RunningTrials running) {
    this.database = database;
    this.running = running;
  }

  /**
   * Trials of one kind in one state.
   *
   * @param kind the kind of their experiments, by its name in JSON
   * @param state their state
   * @param trials how many
   */
  public record Count(String kind, TrialState state, long trials) {}

  /**
   * A trial at which a worker is.
   *
   * @param experiment its experiment
   * @param title that experiment's
   * @param number its own, from 0
   * @param device the lane that runs it
   * @param host the machine of the worker that runs it; empty where that is not known
   * @param started when this attempt started
   * @param phase what it is doing; empty where it runs in another process
   * @param fraction share of its work that is done
   */
  public record AtWork(
      ExperimentId experiment,
      String title,
      int number,
      String device,
      String host,
      Instant started,
      String phase,
      double fraction) {}

  /**
   * The database.
   *
   * @param engine what it is, and its version
   * @param schema the version of its schema
   * @param bytes that it takes on its disk
   */
  public record Engine(String engine, String schema, long bytes) {}

  /**
   * Commits since the start.
   *
   * @param count how many
   * @param nanos how long they took, all together
   */
  public record Commits(long count, long nanos) {}

  /**
   * Connections to the database.
   *
   * @param active that are in use
   * @param idle that are not
   * @param waiting threads that wait for one
   */
  public record Pool(int active, int idle, int waiting) {

    static Pool of(HikariDataSource pool) {
      HikariPoolMXBean now = pool.getHikariPoolMXBean();
      return new Pool(
          now.getActiveConnections(), now.getIdleConnections(), now.getThreadsAwaitingConnection());
    }
  }

  /** Trials by kind and state, those of deleted experiments left out. */
  public List<Count> trials() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT experiment.kind, tally.state, SUM(tally.trials) AS trials
                    FROM tally JOIN experiment ON experiment.id = tally.experiment
                    WHERE experiment.deleted IS NULL
                    GROUP BY experiment.kind, tally.state ORDER BY experiment.kind, tally.state
                    """)
                .map(
                    (row, context) ->
                        new Count(
                            row.getString("kind"),
                            Names.find(TrialState.values(), row.getString("state")),
                            row.getLong("trials")))
                .list());
  }

  /** Every lane that ever was, by its device's name. */
  public List<LaneSummary> lanes() {
    return database.read(PauseLane::all);
  }

  /** The processes that run trials now, in the order of their starts. */
  public List<Worker> workers() {
    return database.read(Workers::alive);
  }

  /** When the oldest experiment was submitted of which trials wait; empty where none do. */
  public Optional<Instant> oldestWaiting() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT submitted FROM experiment WHERE id IN (SELECT experiment FROM tally"
                        + " WHERE state = 'queued') ORDER BY submitted FETCH FIRST 1 ROWS ONLY")
                .map((row, context) -> InstantColumns.read(row, "submitted"))
                .findFirst());
  }

  /** The trials that run, those that began first first. */
  public List<AtWork> running() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT trial.experiment, experiment.title, trial.number, trial.device,
                      trial.attempts, trial.started, trial.phase, trial.fraction, worker.host
                    FROM trial JOIN experiment ON experiment.id = trial.experiment
                      LEFT JOIN worker ON worker.id = trial.worker
                    WHERE trial.state = 'running'
                    ORDER BY trial.started, trial.experiment, trial.number
                    """)
                .map(
                    (row, context) -> {
                      var attempt =
                          new TrialAttempt(
                              new ExperimentId(row.getString("experiment")),
                              row.getInt("number"),
                              row.getInt("attempts"));
                      var told =
                          new AtWork(
                              attempt.experiment(),
                              row.getString("title"),
                              attempt.trial(),
                              row.getString("device"),
                              Optional.ofNullable(row.getString("host")).orElse(""),
                              InstantColumns.read(row, "started"),
                              row.getString("phase"),
                              row.getDouble("fraction"));
                      return running
                          .find(attempt)
                          .map(WatchTrial::reached)
                          .map(here -> at(told, here))
                          .orElse(told);
                    })
                .list());
  }

  private static AtWork at(AtWork told, WatchTrial.Progress here) {
    return new AtWork(
        told.experiment(),
        told.title(),
        told.number(),
        told.device(),
        told.host(),
        told.started(),
        here.phase(),
        here.fraction());
  }

  /** What the database is. */
  public Engine engine() {
    return database.read(
        handle -> {
          try {
            DatabaseMetaData told = handle.getConnection().getMetaData();
            String product = told.getDatabaseProductName();
            return new Engine(
                product + " " + told.getDatabaseProductVersion().replaceAll(" \\(.*", ""),
                schema(handle),
                product.equals("PostgreSQL") ? onPostgres(handle) : bytes());
          } catch (SQLException gone) {
            throw new IllegalStateException("The database does not say what it is.", gone);
          }
        });
  }

  private static String schema(Handle handle) {
    return handle
        .createQuery(
            "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL"
                + " ORDER BY \"installed_rank\" DESC FETCH FIRST 1 ROWS ONLY")
        .mapTo(String.class)
        .one();
  }

  private static long onPostgres(Handle handle) {
    return handle
        .createQuery("SELECT pg_database_size(current_database())")
        .mapTo(Long.class)
        .one();
  }

  private long bytes() {
    Path file = database.home().resolve(H2_FILE);
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }

  /** The commits so far. */
  public Commits commits() {
    return database.commits();
  }

  /** The connections now. */
  public Pool connections() {
    return database.connections();
  }
}
