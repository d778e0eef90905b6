package org.shiftscope.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * News of a database that processes share: a change notifies them all, its own among them, in its
 * transaction. Each then reads what it has not told yet ({@link ListenForNews}); so what is told is
 * kept, in one order, whoever made it.
 */
final class NotifyProcesses implements SpreadNews {

  private static final Logger LOG = LoggerFactory.getLogger(NotifyProcesses.class);

  /** Of progress that waits to be told; where the database is slower, some is dropped. */
  private static final int MOST_WAITING = 64;

  private final String channel;
  private final DataSource connections;
  private final News news;
  private final ListenForNews listening;
  private final ThreadPoolExecutor notifier =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("notify").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private NotifyProcesses(
      String channel, DataSource connections, News news, ListenForNews listening) {
    this.channel = channel;
    this.connections = connections;
    this.news = news;
    this.listening = listening;
  }

  /** Begins to listen: what is committed after this is told. */
  static NotifyProcesses over(PostgresDatabase database, News news) {
    String channel = "shiftscope_" + Integer.toUnsignedString(database.schema());
    try {
      var listening = ListenForNews.start(database.connect(), channel, news);
      return new NotifyProcesses(channel, database.pool(), news, listening);
    } catch (SQLException refused) {
      throw database.sayWhy(refused);
    }
  }

  @Override
  public void within(Change change) {
    List<Event> events = change.events();
    events.stream()
        .filter(event -> event.sequence() > 0)
        .reduce((earlier, later) -> later)
        .ifPresent(last -> notify(change.handle(), NoticeText.of(last)));
    events.stream()
        .filter(event -> event.sequence() == 0)
        .forEach(event -> notify(change.handle(), NoticeText.of(event)));
    if (change.isOfAccounts()) {
      notify(change.handle(), NoticeText.ACCOUNTS);
    }
  }

  @Override
  public void after(Change change) {}

  @Override
  public void progress(Event event) {
    notifier.execute(() -> tell(event));
  }

  private void tell(Event event) {
    try {
      Jdbi.create(connections).useHandle(handle -> notify(handle, NoticeText.of(event)));
    } catch (RuntimeException away) {
      LOG.debug("Progress is not told", away);
    }
  }

  private void notify(Handle handle, String text) {
    handle
        .createQuery("SELECT pg_notify(:channel, :text) IS NULL")
        .bind("channel", channel)
        .bind("text", text)
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public void close() {
    notifier.shutdown();
    listening.close();
    news.close();
  }
}
