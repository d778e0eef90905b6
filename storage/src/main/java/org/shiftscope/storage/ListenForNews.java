package org.shiftscope.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what all processes tell of their changes, by a connection and a thread of its own, and
 * hands it on in their order. (1) A notification only says that there is something: events are read
 * from their table, after the last that was handed on. So one that is lost costs time, and no
 * event. (2) After a lost connection, and every two seconds, it looks without being told to. (3)
 * What is not kept is told while the connection stands: progress, and that an experiment was
 * purged. (4) Those that were purged while there was none are told of after it: they were there
 * before, and are not any more.
 */
final class ListenForNews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ListenForNews.class);

  private static final int HEARING_MILLIS = 100; // so long a close waits
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration BEFORE_CONNECTING = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(3);
  private static final int AT_ONCE = 1_000;

  private final ConnectPostgres connect;
  private final String channel;
  private final News news;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  // only touched by the thread, once it is started
  private @Nullable Connection first;
  private long told;
  private long looked = System.nanoTime();
  private boolean away;
  private Set<ExperimentId> there = new HashSet<>();

  private ListenForNews(ConnectPostgres connect, String channel, News news) {
    this.connect = connect;
    this.channel = channel;
    this.news = news;
    this.thread = Thread.ofPlatform().daemon().name("listen").unstarted(this::run);
  }

  /**
   * Listens from now on.
   *
   * @throws SQLException where the database does not answer
   */
  static ListenForNews start(ConnectPostgres connect, String channel, News news)
      throws SQLException {
    var listening = new ListenForNews(connect, channel, news);
    listening.first = listening.connected();
    listening.told = listening.last(listening.first);
    listening.there = present(listening.first);
    listening.thread.start();
    return listening;
  }

  private Connection connected() throws SQLException {
    Connection connection = connect.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + channel);
      return connection;
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  private long last(Connection connection) {
    try (Handle handle = Jdbi.create(connection).open()) {
      return ReadEvents.last(handle);
    }
  }

  private void run() {
    while (isOpen()) {
      try (Connection connection = first == null ? connected() : first) {
        hear(connection);
      } catch (SQLException | RuntimeException lost) {
        if (!away) {
          LOG.warn("The database tells no news, and is asked again: {}", lost.getMessage());
        }
        away = true;
        await(BEFORE_CONNECTING);
      } catch (Error thrown) { // nobody else would tell this process of anything
        GoOn.after(thrown, LOG, "The database tells no news, and is asked again");
        away = true;
        await(BEFORE_CONNECTING);
      } finally {
        first = null;
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    if (away) {
      look(connection);
      tellOfPurged(connection);
      news.tellOfAccounts();
      away = false;
      LOG.info("The database tells its news again.");
    }
    while (isOpen()) {
      PGNotification[] notices = postgres.getNotifications(HEARING_MILLIS);
      for (PGNotification notice : notices) {
        hear(connection, notice.getParameter());
      }
      if (System.nanoTime() - looked > BETWEEN_LOOKS.toNanos()) {
        look(connection);
      }
    }
    look(connection); // the last that this process did
  }

  private void hear(Connection connection, String text) {
    if (text.equals(NoticeText.ACCOUNTS)) {
      news.tellOfAccounts();
    }
    if (NoticeText.sequence(text).stream().anyMatch(last -> last > told)) {
      look(connection);
    }
    NoticeText.event(text).ifPresent(this::tell);
  }

  private void tell(Event event) {
    if (event.type() == Event.Type.EXPERIMENT_PURGED) {
      there.remove(event.experiment());
    }
    news.tell(event);
  }

  private void tellOfPurged(Connection connection) {
    Set<ExperimentId> now = present(connection);
    there.removeAll(now);
    there.forEach(gone -> news.tell(Event.ofPurge(gone, Instant.now())));
    there = now;
  }

  private static Set<ExperimentId> present(Connection connection) {
    try (Handle handle = Jdbi.create(connection).open()) {
      return handle
          .createQuery("SELECT id FROM experiment")
          .map((row, context) -> new ExperimentId(row.getString("id")))
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  private void look(Connection connection) {
    try (Handle handle = Jdbi.create(connection).open()) {
      List<Event> events;
      do {
        events = ReadEvents.after(handle, told, AT_ONCE);
        for (Event event : events) {
          there.add(event.experiment());
          news.tell(event);
          told = event.sequence();
        }
      } while (events.size() == AT_ONCE);
    }
    looked = System.nanoTime();
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void await(Duration time) {
    try {
      var unused = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what is there still. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(CLOSING)) {
        LOG.warn("The database does not answer: its last news is not told here.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
