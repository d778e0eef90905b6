package org.shiftscope.server;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.trial.EstimateCost;
import org.shiftscope.compute.trial.RunTrial;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.server.rest.RestApi;
import org.shiftscope.server.rest.RestParts;
import org.shiftscope.server.web.WebServer;
import org.shiftscope.server.worker.RunTrials;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.TrialQueue;
import org.shiftscope.ui.Backend;

/**
 * The whole server at work: the port, then storage, then the worker, then the pages and REST. It
 * closes in the opposite order, so that nothing is asked of a part that is gone.
 */
public final class RunningServer implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final WebServer web;
  private final Storage storage;
  private final TrialQueue.Running lane;

  private RunningServer(WebServer web, Storage storage, TrialQueue.Running lane) {
    this.web = web;
    this.storage = storage;
    this.lane = lane;
  }

  /**
   * Starts it.
   *
   * @throws org.shiftscope.server.web.PortRefused where the port cannot be had; nothing was written
   *     then
   * @throws org.shiftscope.storage.StorageUnavailable where the data folder cannot be used
   */
  public static RunningServer start(ServerConfig config, Clock clock) {
    WebServer web = WebServer.bind(config.host(), config.port());
    try {
      return behind(web, config, clock);
    } catch (RuntimeException e) {
      web.close();
      throw e;
    }
  }

  private static RunningServer behind(WebServer web, ServerConfig config, Clock clock) {
    Storage storage = Storage.open(config.data(), clock);
    try {
      var data = new DataFolder(config.data());
      var work = new RunTrials(new RunTrial(data, OfferThreads.execution()));
      var lane = new TrialQueue.Lane(OfferThreads.DEVICE, config.slots());
      var running = new RunningServer(web, storage, storage.queue().start(lane, work));
      running.answer(config, data, new WatchHealth(storage, work, config, clock), clock);
      return running;
    } catch (RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  private void answer(ServerConfig config, DataFolder data, WatchHealth health, Clock clock) {
    var estimates = new EstimateCost(data, System::nanoTime);
    web.start(
        RestApi.servlet(
            new RestParts(
                storage.experiments(), estimates, data, config.slots(), health, HEARTBEAT)),
        new Backend(storage.experiments(), estimates, data, config.slots(), clock));
  }

  /** Where a browser on this machine finds it. */
  public URI address() {
    return web.address();
  }

  /** Stops within a few seconds. Trials that run go on at the next start. */
  @Override
  public void close() {
    web.close();
    lane.close();
    storage.close();
  }
}
