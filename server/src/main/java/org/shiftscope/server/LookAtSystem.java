package org.shiftscope.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shiftscope.compute.device.FindMemory;
import org.shiftscope.compute.device.Kernels;
import org.shiftscope.compute.device.ResidentMemory;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.server.worker.ShareMemory;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.Vitals;
import org.shiftscope.ui.observed.SystemReport;

/** Looks at the whole server, for the page and the REST of the system. */
final class LookAtSystem implements Supplier<SystemReport> {

  private final Storage storage;
  private final String devices;
  private final List<LaneAtWork> lanes;
  private final ShareMemory memory;
  private final ServerConfig config;
  private final Clock clock;
  private final Instant started;

  LookAtSystem(
      Storage storage,
      String devices,
      List<LaneAtWork> lanes,
      ShareMemory memory,
      ServerConfig config,
      Clock clock) {
    this.storage = storage;
    this.devices = devices;
    this.lanes = lanes;
    this.memory = memory;
    this.config = config;
    this.clock = clock;
    this.started = clock.instant();
  }

  @Override
  public SystemReport get() {
    try {
      storage.checkWritable();
      return report(Optional.empty());
    } catch (StorageUnavailable unavailable) {
      return report(Optional.of(unavailable.sentence()));
    }
  }

  private SystemReport report(Optional<String> trouble) {
    Vitals vitals = storage.vitals();
    Map<String, Long> waiting = readable(vitals::waiting).orElse(Map.of());
    return new SystemReport(
        trouble,
        versions(),
        Duration.between(started, clock.instant()),
        devices,
        lanes.stream()
            .map(
                lane ->
                    new SystemReport.Lane(
                        lane.device().lane(),
                        lane.device().name(),
                        lane.slots(),
                        lane.work().running(),
                        waiting.getOrDefault(lane.device().lane(), 0L)))
            .toList(),
        readable(vitals::running).orElse(List.of()),
        memory(),
        new SystemReport.Disk(
            config.data(),
            config.data().toFile().getUsableSpace(),
            config.data().toFile().getTotalSpace()),
        readable(vitals::engine));
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
