package org.shiftscope.server.device;

import java.util.List;
import org.shiftscope.compute.device.Device;

/**
 * What this process computes on.
 *
 * @param devices the processor alone, or each graphics card
 * @param why a sentence that says which and why
 */
public record Devices(List<Device> devices, String why) {
  public Devices {
    devices = List.copyOf(devices);
  }
}
