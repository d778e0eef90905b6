package org.shiftscope.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.server.device.Devices;
import org.shiftscope.server.rest.Health;
import org.shiftscope.server.worker.HearTrials;
import org.shiftscope.server.worker.RunTrials;
import org.shiftscope.server.worker.ShareMemory;
import org.shiftscope.storage.AttemptRules;
import org.shiftscope.storage.TrialQueue;

/**
 * A device, and what runs trials on it.
 *
 * @param device the device
 * @param slots trials that run on it at the same time
 * @param work runs them
 */
record LaneAtWork(Device device, int slots, RunTrials work) {

  /**
   * Prepares one for each device: the processor runs as many trials as it has slots, a card one.
   *
   * @param run on the first of the devices
   * @param onProcessor 0 for a process that runs no trials: it has no lanes
   * @param memory that all of them share
   * @param heard hears of their trials
   */
  static List<LaneAtWork> all(
      Devices devices, RunTrial run, int onProcessor, ShareMemory memory, HearTrials heard) {
    if (onProcessor == 0) {
      return List.of();
    }
    int slots = devices.devices().getFirst().isCard() ? 1 : onProcessor;
    return devices.devices().stream()
        .map(
            device ->
                new LaneAtWork(
                    device,
                    slots,
                    new RunTrials(
                        run.as(DescribeExecution.execution(device)), device, memory, heard)))
        .toList();
  }

  /**
   * Sets lanes to work.
   *
   * @param longest how long a trial may take
   */
  static void startAll(List<LaneAtWork> lanes, TrialQueue queue, Optional<Duration> longest) {
    if (lanes.isEmpty()) {
      return;
    }
    queue.serve(
        lanes.stream().map(lane -> lane.lane(longest)).toList(),
        DescribeExecution.execution(lanes.getFirst().device()));
    lanes.forEach(lane -> queue.start(lane.lane(longest), lane.work()));
  }

  /** A sentence that says what the trials of lanes run on, and why. */
  static String why(List<LaneAtWork> lanes, Devices devices) {
    return lanes.isEmpty()
        ? "This server runs no trials itself (slots is 0): workers do."
        : devices.why();
  }

  private TrialQueue.Lane lane(Optional<Duration> longest) {
    return new TrialQueue.Lane(device.lane(), slots, AttemptRules.USUAL.within(longest));
  }

  Health.Lane health() {
    return new Health.Lane(device.lane(), device.name(), slots, work.running());
  }
}
