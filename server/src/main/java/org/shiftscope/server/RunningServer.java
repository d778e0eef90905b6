package org.shiftscope.server;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.device.FindMemory;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.server.access.Access;
import org.shiftscope.server.access.OwnNames;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.server.device.Devices;
import org.shiftscope.server.device.StartDevices;
import org.shiftscope.server.picture.DrawPicture;
import org.shiftscope.server.print.PrintShares;
import org.shiftscope.server.rest.RestApi;
import org.shiftscope.server.rest.RestParts;
import org.shiftscope.server.shared.SharedPages;
import org.shiftscope.server.web.WebServer;
import org.shiftscope.server.worker.RunTrials;
import org.shiftscope.server.worker.ShareMemory;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.TrialQueue;
import org.shiftscope.storage.accounts.OneTimeLink;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.sharedview.FreezeStored;
import org.shiftscope.ui.sharing.MakeShare;

/**
 * The whole server at work: the port, then storage, then the worker, then the pages and REST. It
 * closes in the opposite order, so that nothing is asked of a part that is gone.
 */
public final class RunningServer implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST_THEORY = Duration.ofSeconds(30);

  private final ServerConfig config;
  private final WebServer web;
  private final Storage storage;
  private final Devices devices;
  private final List<LaneAtWork> lanes;
  private final List<TrialQueue.Running> running = new ArrayList<>();
  private final EmptyBin bin;
  private final Access access;
  private final ForgetEnded ended;
  private final Optional<Backups> backups;
  private final Optional<NightlyBackup> nightly;

  private RunningServer(
      WebServer web,
      Storage storage,
      Devices devices,
      List<LaneAtWork> lanes,
      ServerConfig config,
      Clock clock) {
    this.bin = new EmptyBin(storage, config, clock);
    this.access =
        Access.of(
            storage.people(),
            OwnNames.of(
                config.listen().host(),
                config.access().names(),
                !config.access().proxies().isEmpty()),
            config.access(),
            clock);
    this.config = config;
    this.backups =
        config.backups().folder().map(folder -> storage.backups(folder, Version.current()));
    this.nightly =
        backups.map(
            each -> NightlyBackup.start(each, config.backups(), clock, ZoneId.systemDefault()));
    this.ended = new ForgetEnded(storage.people(), config.access().audit());
    this.web = web;
    this.storage = storage;
    this.devices = devices;
    this.lanes = lanes;
  }

  /**
   * Starts it.
   *
   * @throws org.shiftscope.server.web.PortRefused where the port cannot be had; nothing was written
   *     then
   * @throws org.shiftscope.server.device.DeviceRefused where the device that is asked for cannot be
   *     had; nothing was written then
   * @throws org.shiftscope.storage.StorageUnavailable where the data folder or the database cannot
   *     be used
   */
  public static RunningServer start(ServerConfig config, Clock clock) {
    return start(config, clock, false);
  }

  /**
   * Starts it.
   *
   * @param acceptDamage whether to go on with what is left of a damaged database
   */
  public static RunningServer start(ServerConfig config, Clock clock, boolean acceptDamage) {
    WebServer web = WebServer.bind(config.listen(), config.access().proxies());
    try {
      return behind(web, config, clock, acceptDamage);
    } catch (RuntimeException e) {
      web.close();
      throw e;
    }
  }

  private static RunningServer behind(
      WebServer web, ServerConfig config, Clock clock, boolean acceptDamage) {
    Devices devices = StartDevices.as(config.device());
    Storage storage =
        acceptDamage
            ? Storage.openDamaged(config.record(), clock)
            : Storage.open(config.record(), clock);
    try {
      var data = new DataFolder(config.data());
      Memory memory = FindMemory.on(devices.devices().getFirst());
      var server =
          new RunningServer(
              web,
              storage,
              devices,
              lanes(devices, data, config.slots(), new ShareMemory(memory)),
              config,
              clock);
      server.work();
      server.answer(config, new Host(data, memory, server.slots()), clock);
      return server;
    } catch (RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  /** The processor runs as many trials as it has slots, a card one. */
  static List<LaneAtWork> lanes(
      Devices devices, DataFolder data, int onProcessor, ShareMemory memory) {
    Device first = devices.devices().getFirst();
    int slots = first.isCard() ? 1 : onProcessor;
    RunTrial run = new RunTrial(data, DescribeExecution.execution(first));
    return devices.devices().stream()
        .map(
            device ->
                new LaneAtWork(
                    device,
                    slots,
                    new RunTrials(run.as(DescribeExecution.execution(device)), device, memory)))
        .toList();
  }

  private void work() {
    storage.queue().serve(lanes.stream().map(LaneAtWork::lane).toList());
    for (LaneAtWork lane : lanes) {
      running.add(storage.queue().start(lane.lane(), lane.work()));
    }
  }

  private int slots() {
    return lanes.stream().mapToInt(LaneAtWork::slots).sum();
  }

  private void answer(ServerConfig config, Host host, Clock clock) {
    var health = new WatchHealth(storage, devices.why(), lanes, config, clock);
    var estimates = new EstimateCost(host, clockOfSteps());
    var theory = new AnswerInTurn("theory", LONGEST_THEORY);
    var draw = new DrawPicture();
    var print = new PrintShares(draw, clock);
    var share =
        new MakeShare(
            storage.shares(),
            new FreezeStored(storage.experiments(), Version.current(), Version.commit(), clock),
            clock);
    web.start(
        RestApi.servlet(
            new RestParts(
                storage.experiments(),
                share,
                estimates,
                theory,
                draw,
                print,
                host,
                health,
                HEARTBEAT,
                Version.current(),
                access,
                backups)),
        SharedPages.servlet(storage.shares(), print),
        new Backend(
            storage.experiments(),
            share,
            estimates,
            theory,
            host,
            clock,
            Version.current(),
            storage.people()),
        access);
  }

  /** What whoever runs it has to know of who may use it: sentences, none where all is usual. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (access.needsSetUp()) {
      OneTimeLink link = storage.people().passwords().setUp();
      notices.add(
          "Nobody has an account yet. Make the first administrator within a day: "
              + address()
              + "/set-password?link="
              + link.secret().text());
    }
    if (access.isOpen() && !access.names().local()) {
      notices.add(
          "WARNING: until then whoever reaches this server can use it and read all that it keeps"
              + " (open-to-network).");
    }
    return notices;
  }

  /**
   * For timed steps: on the processor that of the thread alone, so that what runs beside does not
   * count.
   */
  private LongSupplier clockOfSteps() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return !lanes.getFirst().device().isCard() && threads.isCurrentThreadCpuTimeSupported()
        ? threads::getCurrentThreadCpuTime
        : System::nanoTime;
  }

  /** A sentence that says what trials run on, and why. */
  public String devices() {
    return devices.why();
  }

  /** Where a browser on this machine finds it. */
  public URI address() {
    return config.address(web.port());
  }

  /** Stops within a few seconds. Trials that run go on at the next start. */
  @Override
  public void close() {
    web.close();
    running.forEach(TrialQueue.Running::close);
    bin.close();
    nightly.ifPresent(NightlyBackup::close);
    ended.close();
    storage.close();
  }
}
