package org.shiftscope.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.device.FindMemory;
import org.shiftscope.compute.device.NativeLibraries;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.server.device.Devices;
import org.shiftscope.server.device.StartDevices;
import org.shiftscope.server.worker.HearTrials;
import org.shiftscope.server.worker.ShareMemory;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Storage;

/**
 * Runs experiments in this process, as the server does but without a port: the same storage, queue,
 * lanes and checkpoints, and so the same numbers.
 */
public final class LocalLab implements AutoCloseable {

  private final Storage storage;
  private final Devices devices;
  private final List<LaneAtWork> lanes;
  private final Host host;

  private LocalLab(Storage storage, Devices devices, List<LaneAtWork> lanes, Host host) {
    this.storage = storage;
    this.devices = devices;
    this.lanes = lanes;
    this.host = host;
  }

  /**
   * Opens it; nothing runs before {@link #work}.
   *
   * @param record the folder of its database
   * @param data the folder of the datasets
   * @param slots trials that run at the same time on the processor
   * @param device what trials run on
   */
  public static LocalLab open(Path record, Path data, int slots, DeviceSetting device) {
    NativeLibraries.choose(data);
    Devices devices = StartDevices.as(device);
    Memory memory = FindMemory.on(devices.devices().getFirst());
    var folder = new DataFolder(data);
    List<LaneAtWork> lanes =
        LaneAtWork.all(
            devices,
            new RunTrial(folder, DescribeExecution.execution(devices.devices().getFirst())),
            slots,
            new ShareMemory(memory),
            HearTrials.NOBODY);
    int all = lanes.stream().mapToInt(LaneAtWork::slots).sum();
    return new LocalLab(
        Storage.open(record, Clock.systemUTC()), devices, lanes, new Host(folder, memory, all));
  }

  /** The front door. */
  public Experiments experiments() {
    return storage.experiments();
  }

  /** What trials run on. */
  public Host host() {
    return host;
  }

  /** A sentence that says what trials run on, and why. */
  public String devices() {
    return devices.why();
  }

  /** Runs what waits, and what will. */
  public void work() {
    LaneAtWork.startAll(lanes, storage.queue(), Optional.empty());
  }

  /** Stops within a few seconds. Trials that run go on when it is opened again. */
  @Override
  public void close() {
    storage.close();
  }
}
