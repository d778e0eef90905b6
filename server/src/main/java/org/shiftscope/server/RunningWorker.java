package org.shiftscope.server;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.device.FindMemory;
import org.shiftscope.compute.device.NativeLibraries;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.server.config.WorkConfig;
import org.shiftscope.server.device.Devices;
import org.shiftscope.server.device.StartDevices;
import org.shiftscope.server.worker.HearTrials;
import org.shiftscope.server.worker.ShareMemory;
import org.shiftscope.storage.RecordPlace;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.StorageUnavailable;

/** A process that runs trials of a record that others serve: lanes and nothing else. */
public final class RunningWorker implements AutoCloseable {

  private final Storage storage;
  private final Devices devices;

  private RunningWorker(Storage storage, Devices devices) {
    this.storage = storage;
    this.devices = devices;
  }

  /**
   * Starts it.
   *
   * @throws org.shiftscope.server.device.DeviceRefused where the device that is asked for cannot be
   *     had
   * @throws org.shiftscope.storage.StorageUnavailable where the database cannot be used
   */
  public static RunningWorker start(RecordPlace record, WorkConfig work, Clock clock) {
    NativeLibraries.choose(record.folder());
    Devices devices = StartDevices.as(work.device());
    var memory = new ShareMemory(FindMemory.on(devices.devices().getFirst()));
    Storage storage = Storage.openForWork(record, clock);
    try {
      var data = new DataFolder(record.folder());
      LaneAtWork.startAll(
          LaneAtWork.all(
              devices,
              new RunTrial(data, DescribeExecution.execution(devices.devices().getFirst()))
                  .resuming(work.resume()),
              work.slots(),
              memory,
              HearTrials.NOBODY),
          storage.queue(),
          work.limits().time());
      return new RunningWorker(storage, devices);
    } catch (RuntimeException refused) {
      storage.close();
      throw refused;
    }
  }

  /** Its identity in the record. */
  public String id() {
    return storage.queue().worker();
  }

  /** Is completed once this process should end: {@link Storage#outdated}. */
  public CompletableFuture<StorageUnavailable> outdated() {
    return storage.outdated();
  }

  /** A sentence that says what trials run on, and why. */
  public String devices() {
    return devices.why();
  }

  /** Stops within a few seconds. Trials that run wait again, with their checkpoints. */
  @Override
  public void close() {
    storage.close();
  }
}
