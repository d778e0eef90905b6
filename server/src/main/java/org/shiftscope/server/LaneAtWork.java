package org.shiftscope.server;

import java.time.Duration;
import java.util.Optional;
import org.shiftscope.compute.device.Device;
import org.shiftscope.server.rest.Health;
import org.shiftscope.server.worker.RunTrials;
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

  /** {@code longest}: how long one may take. */
  TrialQueue.Lane lane(Optional<Duration> longest) {
    return new TrialQueue.Lane(device.lane(), slots, AttemptRules.USUAL.within(longest));
  }

  Health.Lane health() {
    return new Health.Lane(device.lane(), device.name(), slots, work.running());
  }
}
