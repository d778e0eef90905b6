package org.shiftscope.server.device;

import java.util.List;
import org.shiftscope.compute.device.ChooseDevice;
import org.shiftscope.compute.device.ChooseDevice.Machine;
import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.device.DeviceChoice;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.device.NativeLibraries;
import org.shiftscope.compute.device.StartNd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the devices, and loads ND4J on them. */
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

  static Devices as(DeviceSetting setting, Machine found) {
    return switch (ChooseDevice.from(setting, found)) {
      case DeviceChoice.OnCpu cpu -> onCpu(cpu.why());
      case DeviceChoice.OnGpus gpus -> onGpus(setting, gpus);
      case DeviceChoice.Refused refused -> throw new DeviceRefused(refused.why());
    };
  }

  /** ND4J is loaded now, so that a machine where it cannot be is told of before anything runs. */
  private static Devices onCpu(String why) {
    try {
      var unused = StartNd4j.on(Device.Kind.CPU);
    } catch (LinkageError | RuntimeException e) {
      LOG.debug("ND4J cannot be loaded", e);
      throw new DeviceRefused("ND4J cannot be loaded. " + NativeLibraries.advice());
    }
    return new Devices(List.of(Device.cpu(SearchMachine.processor())), why);
  }

  private static Devices onGpus(DeviceSetting setting, DeviceChoice.OnGpus gpus) {
    Device.Kind loaded;
    try {
      loaded = StartNd4j.on(Device.Kind.CUDA);
    } catch (LinkageError | RuntimeException e) {
      // ND4J cannot be loaded a second time in a process.
      LOG.error("ND4J cannot be loaded on CUDA", e);
      throw new DeviceRefused(
          "ND4J cannot be loaded on CUDA (" + e + "). Start with --device cpu to do without.");
    }
    if (loaded == Device.Kind.CUDA) {
      return new Devices(Device.gpus(gpus.cards()), gpus.why());
    }
    String why = "ND4J could not load CUDA though there is " + gpus.cards().getFirst().name();
    if (setting == DeviceSetting.GPU) {
      throw new DeviceRefused("The setting device is gpu, but " + why + ": the log says why.");
    }
    return onCpu("The CPU: " + why + "; the log says why.");
  }
}
