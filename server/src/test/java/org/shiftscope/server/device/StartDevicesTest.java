package org.shiftscope.server.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.device.ChooseDevice.Machine;
import org.shiftscope.compute.device.DeviceSetting;

class StartDevicesTest {

  private static final Machine WITHOUT_CUDA =
      new Machine(false, Optional.empty(), Optional.empty());

  @Test
  void theProcessorIsNamed() {
    Devices devices = StartDevices.as(DeviceSetting.AUTO, WITHOUT_CUDA);
    assertThat(devices.devices()).hasSize(1);
    assertThat(devices.devices().getFirst().lane()).isEqualTo("cpu");
    assertThat(devices.devices().getFirst().label()).startsWith("cpu: ").hasSizeGreaterThan(6);
    assertThat(devices.why()).startsWith("The CPU: ").endsWith(".");
  }

  @Test
  void aCardThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> StartDevices.as(DeviceSetting.GPU, WITHOUT_CUDA))
        .isInstanceOf(DeviceRefused.class)
        .hasMessage(
            "The setting device is gpu, but there is none to use: this build has no CUDA binaries"
                + " (make cuda builds one that has).");
  }

  @Test
  void cardsThatNd4jDoesNotLoadOnAreLeftForTheCpuOrRefused() {
    // CUDA's binaries are not on this class path, whatever the driver says.
    var promised =
        new Machine(true, Optional.of("0, NVIDIA A100-SXM4-40GB, 8.0\n"), Optional.empty());
    assertThat(StartDevices.as(DeviceSetting.AUTO, promised).why())
        .isEqualTo(
            "The CPU: ND4J could not load CUDA though there is NVIDIA A100-SXM4-40GB; the log says"
                + " why.");
    assertThatThrownBy(() -> StartDevices.as(DeviceSetting.GPU, promised))
        .isInstanceOf(DeviceRefused.class)
        .hasMessageContaining("ND4J could not load CUDA though there is NVIDIA A100-SXM4-40GB");
  }
}
