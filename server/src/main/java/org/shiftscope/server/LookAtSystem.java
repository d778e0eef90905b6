package org.shiftscope.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shiftscope.compute.device.FindMemory;
import org.shiftscope.compute.device.Kernels;
import org.shiftscope.compute.device.ResidentMemory;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.server.worker.ShareMemory;
import org.shiftscope.storage.LaneSummary;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.TrialQueue;
import org.shiftscope.storage.Vitals;
import org.shiftscope.storage.Worker;
import org.shiftscope.ui.observed.SystemReport;

/** Looks at the whole server, for the page and the REST of the system. */
final class LookAtSystem implements Supplier<SystemReport> {

  private final Storage storage;
  private final String devices;
  private final List<LaneAtWork> lanes;
  private final ShareMemory memory;
  private final WatchBackups backups;
  private final ServerConfig config;
  private final Clock clock;
  private final Instant started;

  LookAtSystem(
      Storage storage,
      String devices,
      List<LaneAtWork> lanes,
      ShareMemory memory,
      WatchBackups backups,
      ServerConfig config,
      Clock clock) {
    this.storage = storage;
    this.devices = devices;
    this.lanes = lanes;
    this.memory = memory;
    this.backups = backups;
    this.config = config;
    this.clock = clock;
    this.started = clock.instant();
  }

  @Override
  public SystemReport get() {
    try {
      storage.checkWritable();
      return report(storage.experiments().trouble());
    } catch (StorageUnavailable unavailable) {
      return report(Optional.of(unavailable.sentence()));
    }
  }

  private SystemReport report(Optional<String> trouble) {
    Vitals vitals = storage.vitals();
    List<Worker> workers = readable(vitals::workers).orElse(List.of());
    return new SystemReport(
        trouble,
        versions(),
        Duration.between(started, clock.instant()),
        devices,
        readable(vitals::lanes).orElse(List.of()).stream()
            .map(lane -> lane(lane, workers))
            .filter(lane -> lane.slots() > 0 || lane.running() > 0 || lane.waiting() > 0)
            .toList(),
        workers.stream().map(LookAtSystem::worker).toList(),
        readable(vitals::running).orElse(List.of()),
        memory(),
        new SystemReport.Disk(
            config.data(),
            config.data().toFile().getUsableSpace(),
            config.data().toFile().getTotalSpace()),
        readable(vitals::engine),
        config
            .backups()
            .folder()
            .map(
                folder ->
                    new SystemReport.BackupPlan(
                        folder,
                        config.backups().time(),
                        config.backups().kept(),
                        backups.get(),
                        backups.underWay())));
  }

  /** Of its device all workers' slots; a lane that nobody serves any more has none. */
  private SystemReport.Lane lane(LaneSummary lane, List<Worker> workers) {
    List<Worker> serving =
        workers.stream().filter(worker -> slots(worker, lane.device()) > 0).toList();
    String here =
        lanes.stream()
            .filter(each -> each.device().lane().equals(lane.device()))
            .map(each -> each.device().name())
            .findFirst()
            .orElse("");
    String elsewhere =
        serving.stream().map(Worker::processor).distinct().collect(Collectors.joining(", "));
    return new SystemReport.Lane(
        lane.device(),
        here.isEmpty() ? elsewhere : here,
        serving.stream().mapToInt(worker -> slots(worker, lane.device())).sum(),
        lane.running(),
        lane.waiting(),
        lane.paused());
  }

  private static SystemReport.WorkerAtWork worker(Worker worker) {
    SortedMap<String, Integer> slots = new TreeMap<>();
    worker.lanes().forEach(lane -> slots.put(lane.device(), lane.slots()));
    return new SystemReport.WorkerAtWork(
        worker.id(),
        worker.host(),
        worker.process(),
        slots,
        worker.version(),
        worker.processor(),
        worker.kernels(),
        worker.started(),
        worker.heartbeat());
  }

  private static int slots(Worker worker, String device) {
    return worker.lanes().stream()
        .filter(lane -> lane.device().equals(device))
        .mapToInt(TrialQueue.Lane::slots)
        .sum();
  }

  private static <T> Optional<T> readable(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (StorageUnavailable unavailable) {
      return Optional.empty();
    }
  }

  private static SystemReport.Versions versions() {
    return new SystemReport.Versions(
        Version.current(),
        Version.commit(),
        Runtime.version() + ", " + System.getProperty("java.vendor"),
        Version.libraries(),
        Kernels.present(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", "
            + System.getProperty("os.arch"));
  }

  private SystemReport.MemoryUse memory() {
    Runtime java = Runtime.getRuntime();
    long machine =
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    return new SystemReport.MemoryUse(
        java.totalMemory() - java.freeMemory(),
        java.maxMemory(),
        ResidentMemory.bytes(),
        memory.taken().bytes(),
        machine,
        Math.min(machine, FindMemory.left()));
  }
}
