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
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.device.FindMemory;
import org.shiftscope.compute.device.NativeLibraries;
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
import org.shiftscope.server.metrics.Metrics;
import org.shiftscope.server.metrics.WatchedParts;
import org.shiftscope.server.notice.SendNotices;
import org.shiftscope.server.picture.DrawPicture;
import org.shiftscope.server.print.PrintShares;
import org.shiftscope.server.rest.Observing;
import org.shiftscope.server.rest.RestApi;
import org.shiftscope.server.rest.RestParts;
import org.shiftscope.server.shared.SharedPages;
import org.shiftscope.server.web.WebServer;
import org.shiftscope.server.worker.ShareMemory;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.accounts.OneTimeLink;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.observed.Observed;
import org.shiftscope.ui.sharedview.FreezeStored;
import org.shiftscope.ui.sharing.MakeShare;

/**
 * The whole server at work: the port, then storage, then the worker, then the pages and REST. It
 * closes in the opposite order, so that nothing is asked of a part that is gone.
 */
public final class RunningServer implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST_THEORY = Duration.ofSeconds(30);

  /** Of workers it is not known here: each looks by its own whether a trial fits. */
  private static final Memory OF_WORKERS = new Memory(Long.MAX_VALUE, Long.MAX_VALUE);

  private final ServerConfig config;
  private final WebServer web;
  private final Storage storage;
  private final Devices devices;
  private final List<LaneAtWork> lanes;
  private final EmptyBin bin;
  private final Access access;
  private final ForgetEnded ended;
  private final Watching watching;
  private final SendNotices notices;
  private final Optional<Backups> backups;
  private final WatchBackups lastBackup;
  private final Optional<NightlyBackup> nightly;
  private @Nullable NoteAddress noted;

  /**
   * What watches it.
   *
   * @param metrics its numbers
   * @param memory that its trials share
   */
  private record Watching(Metrics metrics, ShareMemory memory) {}

  private RunningServer(
      WebServer web,
      Storage storage,
      Devices devices,
      List<LaneAtWork> lanes,
      Watching watching,
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
            config.observe().metricsOpenTo(),
            clock);
    this.config = config;
    this.watching = watching;
    this.backups =
        config.backups().folder().map(folder -> storage.backups(folder, Version.current()));
    this.lastBackup = new WatchBackups(backups);
    this.nightly =
        backups.map(
            each -> NightlyBackup.start(each, config.backups(), clock, ZoneId.systemDefault()));
    this.ended = new ForgetEnded(storage.people(), config.access().audit());
    this.web = web;
    this.storage = storage;
    this.devices = devices;
    this.lanes = lanes;
    this.notices =
        new SendNotices(
            storage.notices(),
            storage.experiments(),
            config.observe(),
            Version.current(),
            () -> config.observe().address().orElseGet(this::address),
            clock);
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
    NativeLibraries.choose(config.data());
    Devices devices = StartDevices.as(config.work().device());
    Storage storage =
        acceptDamage
            ? Storage.openDamaged(config.record(), clock)
            : Storage.open(config.record(), clock);
    try {
      var data = new DataFolder(config.data());
      Memory memory = FindMemory.on(devices.devices().getFirst());
      var shared = new ShareMemory(memory);
      var metrics = new Metrics();
      var server =
          new RunningServer(
              web,
              storage,
              devices,
              LaneAtWork.all(
                  devices,
                  new RunTrial(data, DescribeExecution.execution(devices.devices().getFirst()))
                      .resuming(config.work().resume()),
                  config.work().slots(),
                  shared,
                  metrics),
              new Watching(metrics, shared),
              config,
              clock);
      LaneAtWork.startAll(server.lanes, storage.queue(), config.work().limits().time());
      server.answer(config, new Host(data, memory, server.slots(), config.work().limits()), clock);
      return server;
    } catch (RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  /** Where it runs no trials itself, one is taken to fit at a time: who runs them is not known. */
  private int slots() {
    return Math.max(1, lanes.stream().mapToInt(LaneAtWork::slots).sum());
  }

  private void answer(ServerConfig config, Host own, Clock clock) {
    var health = new WatchHealth(storage, devices(), lanes, config, clock);
    var observed =
        new Observed(
            new LookAtSystem(
                storage, devices(), lanes, watching.memory(), lastBackup, config, clock),
            storage.notices(),
            config.observe().mail().isPresent(),
            backups);
    watching.metrics().watch(parts(clock));
    var estimates = new EstimateCost(own, clockOfSteps()); // which are timed here
    Host host = lanes.isEmpty() ? new Host(own.data(), OF_WORKERS, own.slots(), own.limits()) : own;
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
                new Observing(
                    health, web.deadlock(), health::notReady, observed, watching.metrics()),
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
            storage.people(),
            observed),
        access,
        watching.metrics());
    noted = new NoteAddress(config.data(), config.inside(web.port()));
  }

  private WatchedParts parts(Clock clock) {
    return new WatchedParts(
        Version.current(),
        storage.vitals(),
        config.data(),
        lanes.stream()
            .map(
                lane ->
                    new WatchedParts.WatchedLane(
                        lane.device().lane(), lane.slots(), lane.work()::running))
            .toList(),
        watching.memory(),
        lastBackup,
        clock);
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
    return !devices.devices().getFirst().isCard() && threads.isCurrentThreadCpuTimeSupported()
        ? threads::getCurrentThreadCpuTime
        : System::nanoTime;
  }

  /** Is completed once this process should end: {@link Storage#outdated}. */
  public CompletableFuture<StorageUnavailable> outdated() {
    return storage.outdated();
  }

  /** A sentence that says what trials run on, and why. */
  public String devices() {
    return LaneAtWork.why(lanes, devices);
  }

  /** Where a browser on this machine finds it. */
  public URI address() {
    return config.address(web.port());
  }

  /** Stops within a few seconds. Trials that run go on at the next start. */
  @Override
  public void close() {
    if (noted != null) {
      noted.close();
    }
    web.close();
    notices.close();
    bin.close();
    nightly.ifPresent(NightlyBackup::close);
    ended.close();
    lastBackup.close();
    watching.metrics().close();
    storage.close(); // and with it the lanes
  }
}
