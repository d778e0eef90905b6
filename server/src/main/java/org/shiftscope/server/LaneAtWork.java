package org.shiftscope.server;

import org.shiftscope.compute.device.Device;
import org.shiftscope.server.rest.Health;
import org.shiftscope.server.worker.RunTrials;
import org.shiftscope.storage.TrialQueue;

/**
 * A device, and what runs trials on it.
 *
 * @param device the device
 * @param slots trials that run on it at the same time
 * @param work runs them
 */
record LaneAtWork(Device device, int slots, RunTrials work) {

  TrialQueue.Lane lane() {
    return new TrialQueue.Lane(device.lane(), slots);
  }

  Health.Lane health() {
    return new Health.Lane(device.lane(), device.name(), slots, work.running());
  }
}
