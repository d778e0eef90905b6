package org.shiftscope.server.notice;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.shiftscope.server.config.ObserveConfig;
import org.shiftscope.storage.Delivery;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Experiments.Subscription;
import org.shiftscope.storage.Notices;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the notices that are due, several at a time, each once an experiment ends or its next try
 * has come. What is not taken is tried again with growing pauses, for some three days: the database
 * has it, so a restart forgets nothing. A receiver may hear of one twice, where the server was
 * killed between the answer and the note of it: the id says that it is the same.
 */
public final class SendNotices implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);

  private static final int AT_ONCE = 8;
  private static final long LOOK_MILLIS = 2_000;

  /** Longer than one takes with all its timeouts. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** After the first try, the second, ...: those that Standard Webhooks advises. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private final Notices notices;
  private final PostWebhook webhooks;
  private final SendMail mail;
  private final Supplier<URI> address;
  private final Clock clock;
  private final Subscription news;
  private boolean away; // only touched by the thread that looks
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("notices").factory());
  private final ExecutorService sending =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("notice-", 1).factory());

  /**
   * Starts.
   *
   * @param experiments tells when one ends
   * @param address where people reach the server
   */
  public SendNotices(
      Notices notices,
      Experiments experiments,
      ObserveConfig config,
      String version,
      Supplier<URI> address,
      Clock clock) {
    this.notices = notices;
    this.webhooks = new PostWebhook(new RefuseInner(config.noticesToLoopback()), version, clock);
    this.mail = new SendMail(config.mail());
    this.address = address;
    this.clock = clock;
    this.news = experiments.subscribe(this::hear);
    var _ = looks.scheduleWithFixedDelay(this::send, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    var _ = looks.scheduleWithFixedDelay(this::forget, 1, 24, TimeUnit.HOURS);
  }

  private void hear(Event event) {
    if (event.type() == Event.Type.EXPERIMENT_ENDED && !looks.isShutdown()) {
      looks.execute(this::send);
    }
  }

  /** A hanging receiver holds nobody up for longer than its timeout. */
  private void send() {
    try {
      List<Delivery> due = notices.takeDue(AT_ONCE, LEASE);
      away = false;
      while (!due.isEmpty()) {
        sending.invokeAll(due.stream().map(each -> Executors.callable(() -> send(each))).toList());
        due = notices.takeDue(AT_ONCE, LEASE);
      }
    } catch (StorageUnavailable unavailable) {
      if (!away) { // not at each look
        LOG.warn("Notices wait: {}", unavailable.getMessage());
      }
      away = true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error wrong) { // it would be the last time
      GoOn.after(wrong, LOG, "Notices could not be sent");
    }
  }

  private void send(Delivery delivery) {
    try {
      SendTry tried = attempt(delivery);
      notices.tried(delivery, tried.taken(), tried.answer(), tried.next());
    } catch (InterruptedException stopped) { // it is due again once its lease is over
      Thread.currentThread().interrupt();
    } catch (StorageUnavailable unavailable) {
      LOG.warn("What came of {} is not noted: {}", delivery, unavailable.getMessage());
    } catch (RuntimeException | Error bug) { // nobody asks what came of this task
      GoOn.after(bug, LOG, "What came of a notice is not noted: " + delivery.id());
    }
  }

  /** What came of a try, and when there is another one. */
  private record SendTry(boolean taken, String answer, Optional<Instant> next) {}

  /** Whatever goes wrong is a try, so that none goes on for ever. */
  private SendTry attempt(Delivery delivery) throws InterruptedException {
    try {
      JsonNode notice = withAddress(delivery.body());
      String answer =
          delivery.address().startsWith("mailto:")
              ? mail.send(delivery, notice)
              : webhooks.post(delivery, notice.toString());
      return new SendTry(true, answer, Optional.empty());
    } catch (NotDelivered refused) {
      LOG.warn(
          "Notice {} was not taken by recipient {}: {}",
          delivery.id(),
          delivery.recipient(),
          refused.getMessage());
      return new SendTry(
          false,
          String.valueOf(refused.getMessage()),
          refused.isForGood() ? Optional.empty() : next(delivery.tries()));
    } catch (RuntimeException bug) {
      LOG.error("{} failed", delivery, bug);
      return new SendTry(
          false, "The server failed; its log has this notice's id.", next(delivery.tries()));
    }
  }

  private Optional<Instant> next(int triesBefore) {
    return triesBefore < PAUSES.size()
        ? Optional.of(clock.instant().plus(PAUSES.get(triesBefore)))
        : Optional.empty();
  }

  /** A body that the record wrote, with the page of the experiment that it tells of. */
  private ObjectNode withAddress(String body) {
    ObjectNode notice = JsonMapper.shared().readTree(body).asObject();
    ObjectNode data = notice.withObject("/data");
    if (data.has("id")) {
      String root = address.get().toString();
      data.put("url", root.replaceFirst("/$", "") + "/experiments/" + data.get("id").asString());
    }
    return notice;
  }

  private void forget() {
    try {
      int forgotten = notices.forget();
      LOG.debug("{} notices of long ago were forgotten", forgotten);
    } catch (StorageUnavailable unavailable) {
      LOG.warn("Notices of long ago stay for a day: {}", unavailable.getMessage());
    } catch (RuntimeException | Error wrong) {
      GoOn.after(wrong, LOG, "Notices of long ago stay for a day");
    }
  }

  /** Stops; what is under way is broken off, and sent again at the next start. */
  @Override
  public void close() {
    news.close();
    looks.shutdown(); // the database must not be interrupted: that closes its file
    webhooks.close();
    try {
      if (!looks.awaitTermination(3, TimeUnit.SECONDS)) {
        LOG.info("Notices that are under way are sent again after the next start.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    sending.shutdown();
  }
}
