package org.shiftscope.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.shiftscope.server.access.TellTrouble;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.server.rest.CheckHealth;
import org.shiftscope.server.rest.Health;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks how the server is: whether the database can be written, and what the lanes do. */
final class WatchHealth implements CheckHealth {

  private static final Logger LOG = LoggerFactory.getLogger(WatchHealth.class);

  private final Storage storage;
  private final String devices;
  private final List<LaneAtWork> lanes;
  private final ServerConfig config;
  private final Clock clock;
  private final Instant started;
  private final AtomicReference<String> logged = new AtomicReference<>("");

  WatchHealth(
      Storage storage, String devices, List<LaneAtWork> lanes, ServerConfig config, Clock clock) {
    this.storage = storage;
    this.devices = devices;
    this.lanes = lanes;
    this.config = config;
    this.clock = clock;
    this.started = clock.instant();
  }

  @Override
  public Health now() {
    try {
      storage.checkWritable();
      logged.set("");
      return health(
          storage.experiments().trouble().map(why -> new Health.Trouble(why, false)),
          storage.experiments().waitingTrials());
    } catch (StorageUnavailable e) {
      return health(Optional.of(new Health.Trouble(tell(e), e.restartHelps())), 0);
    }
  }

  /** Why it cannot do its work now, sentences; none where it can. */
  List<String> notReady() {
    List<String> reasons = new ArrayList<>();
    try {
      storage.checkWritable();
      logged.set("");
    } catch (StorageUnavailable e) {
      reasons.add(tell(e));
    }
    storage.experiments().trouble().ifPresent(reasons::add);
    storage.queue().idle().forEach(lane -> reasons.add("The lane " + lane + " is not at work."));
    return reasons;
  }

  /** The log has each trouble once, since an answer may not name it. */
  private String tell(StorageUnavailable unavailable) {
    if (!unavailable.sentence().equals(logged.getAndSet(unavailable.sentence()))) {
      LOG.warn("The database cannot be used: {}", unavailable.sentence());
    }
    return TellTrouble.toWhoAsks(unavailable);
  }

  private Health health(Optional<Health.Trouble> trouble, int queued) {
    return new Health(
        trouble,
        Version.current(),
        devices,
        lanes.stream().map(LaneAtWork::health).toList(),
        queued,
        freeBytes(config.data()),
        Duration.between(started, clock.instant()));
  }

  private static long freeBytes(Path data) {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }
}
