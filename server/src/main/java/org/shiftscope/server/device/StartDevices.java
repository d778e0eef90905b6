package org.shiftscope.server.device;

import java.util.List;
import org.shiftscope.compute.device.Backend;
import org.shiftscope.compute.device.Choice;
import org.shiftscope.compute.device.ChooseDevice;
import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.device.Found;
import org.shiftscope.compute.device.StartNd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the devices. Where they are graphics cards, ND4J is loaded, to see that it takes them.
 */
public final class StartDevices {

  private static final Logger LOG = LoggerFactory.getLogger(StartDevices.class);

  private StartDevices() {}

  /**
   * Chooses.
   *
   * @throws DeviceRefused where what the setting asks for cannot be had
   */
  public static Devices as(DeviceSetting setting) {
    return as(setting, SearchMachine.now(setting));
  }

  static Devices as(DeviceSetting setting, Found found) {
    return switch (ChooseDevice.from(setting, found)) {
      case Choice.OnCpu cpu -> onCpu(cpu.why());
      case Choice.OnGpus gpus -> onGpus(setting, gpus);
      case Choice.Refused refused -> throw new DeviceRefused(refused.why());
    };
  }

  private static Devices onCpu(String why) {
    return new Devices(List.of(Device.cpu(SearchMachine.processor())), why);
  }

  private static Devices onGpus(DeviceSetting setting, Choice.OnGpus gpus) {
    Backend loaded;
    try {
      loaded = StartNd4j.on(Backend.CUDA);
    } catch (LinkageError | RuntimeException e) {
      // ND4J cannot be loaded a second time in a process.
      LOG.error("ND4J cannot be loaded on CUDA", e);
      throw new DeviceRefused(
          "ND4J cannot be loaded on CUDA (" + e + "). Start with --device cpu to do without.");
    }
    if (loaded == Backend.CUDA) {
      return new Devices(Device.gpus(gpus.cards()), gpus.why());
    }
    String why = "ND4J could not load CUDA though there is " + gpus.cards().getFirst().name();
    if (setting == DeviceSetting.GPU) {
      throw new DeviceRefused("The setting device is gpu, but " + why + ": the log says why.");
    }
    return onCpu("The CPU: " + why + "; the log says why.");
  }
}
