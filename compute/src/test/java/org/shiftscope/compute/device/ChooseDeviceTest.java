package org.shiftscope.compute.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.device.ChooseDevice.Machine;

/** The choice, from what nvidia-smi prints for cards that are met. */
class ChooseDeviceTest {

  private static final String A100 = "0, NVIDIA A100-SXM4-40GB, 8.0\n";
  private static final String H100 = "0, NVIDIA H100 80GB HBM3, 9.0\n";

  @Test
  void withoutADriverItIsTheCpu() {
    assertThat(auto(new Machine(true, Optional.empty(), Optional.empty())))
        .isEqualTo(
            new DeviceChoice.OnCpu(
                "The CPU: no NVIDIA driver answers (nvidia-smi is not there or failed)."));
  }

  @Test
  void withoutCudasBinariesItIsTheCpuWhateverTheCard() {
    assertThat(auto(new Machine(false, Optional.of(A100), Optional.empty())))
        .isEqualTo(
            new DeviceChoice.OnCpu(
                "The CPU: this build has no CUDA binaries (make cuda builds one that has)."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"No devices were found\n", "", "\n"})
  void aDriverWithoutCardsMeansTheCpu(String answer) {
    assertThat(auto(machine(answer)))
        .isEqualTo(new DeviceChoice.OnCpu("The CPU: NVIDIA's driver shows no card."));
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA H100 80GB HBM3, 9.0",
    "NVIDIA H200, 9.0",
    "NVIDIA B200, 10.0",
    "NVIDIA GeForce RTX 5090, 12.0",
    "Tesla K40m, 3.5"
  })
  void aCardThatNd4jHasNoCodeForMeansTheCpuAndASentence(String name, String capability) {
    assertThat(auto(machine("0, " + name + ", " + capability + "\n")))
        .isEqualTo(
            new DeviceChoice.OnCpu(
                "The CPU: "
                    + name
                    + " has compute capability "
                    + capability
                    + ", and ND4J's CUDA binaries hold code for 3.7 to 8.9 only."));
  }

  @ParameterizedTest
  @CsvSource({
    "Tesla K80, 3.7",
    "Tesla P100-PCIE-16GB, 6.0",
    "Tesla V100-SXM2-16GB, 7.0",
    "Tesla T4, 7.5",
    "NVIDIA A100-SXM4-40GB, 8.0",
    "NVIDIA A10G, 8.6",
    "NVIDIA GeForce RTX 4090, 8.9"
  })
  void aCardThatNd4jHasCodeForIsTaken(String name, String capability) {
    DeviceChoice choice = auto(machine("0, " + name + ", " + capability + "\n"));
    assertThat(choice.why())
        .isEqualTo("The GPU: " + name + ", compute capability " + capability + ".");
    assertThat(((DeviceChoice.OnGpus) choice).cards()).extracting(Card::name).containsExactly(name);
  }

  @Test
  void eachOfTwoCardsIsALane() {
    DeviceChoice choice = auto(machine(A100 + "1, NVIDIA A10G, 8.6\n"));
    assertThat(choice.why())
        .isEqualTo(
            "2 GPUs: NVIDIA A100-SXM4-40GB, compute capability 8.0; NVIDIA A10G, compute capability"
                + " 8.6.");
    assertThat(Device.gpus(((DeviceChoice.OnGpus) choice).cards()))
        .extracting(Device::label)
        .containsExactly("gpu0: NVIDIA A100-SXM4-40GB", "gpu1: NVIDIA A10G");
  }

  @Test
  void aCardWithoutCodeMustBeHiddenFromCudaBeforeTheOthersAreTaken() {
    String both = H100 + "1, NVIDIA A10G, 8.6\n";
    assertThat(auto(machine(both)).why())
        .isEqualTo(
            "The CPU: NVIDIA H100 80GB HBM3 has compute capability 9.0, and ND4J's CUDA binaries hold"
                + " code for 3.7 to 8.9 only; start with CUDA_VISIBLE_DEVICES=1 to use the rest.");
    DeviceChoice hidden = auto(new Machine(true, Optional.of(both), Optional.of("1")));
    assertThat(Device.gpus(((DeviceChoice.OnGpus) hidden).cards()))
        .containsExactly(new Device("gpu0", "NVIDIA A10G", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "7", "GPU-5a1f3c"})
  void whereCudaShowsNoCardItIsTheCpu(String visible) {
    assertThat(auto(new Machine(true, Optional.of(A100), Optional.of(visible))).why())
        .isEqualTo(
            "The CPU: CUDA_VISIBLE_DEVICES is \"%s\", which names no card by its number."
                .formatted(visible));
  }

  @Test
  void cudaShowsCardsInTheOrderOfTheirNumbersUpToTheFirstThatIsNone() {
    DeviceChoice choice =
        auto(
            new Machine(
                true, Optional.of(A100 + "1, NVIDIA A10G, 8.6\n"), Optional.of("1, 0,-1,1")));
    assertThat(((DeviceChoice.OnGpus) choice).cards())
        .extracting(Card::number)
        .containsExactly(1, 0);
  }

  @Test
  void theSettingCpuLeavesCardsAlone() {
    assertThat(ChooseDevice.from(DeviceSetting.CPU, machine(A100)))
        .isEqualTo(new DeviceChoice.OnCpu("The CPU: the setting device says so."));
  }

  @Test
  void theSettingGpuIsRefusedWhereThereIsNoneToUse() {
    assertThat(ChooseDevice.from(DeviceSetting.GPU, machine(H100)))
        .isEqualTo(
            new DeviceChoice.Refused(
                "The setting device is gpu, but there is none to use: NVIDIA H100 80GB HBM3 has"
                    + " compute capability 9.0, and ND4J's CUDA binaries hold code for 3.7 to 8.9"
                    + " only."));
    assertThat(ChooseDevice.from(DeviceSetting.GPU, machine(A100)))
        .isInstanceOf(DeviceChoice.OnGpus.class);
  }

  private static DeviceChoice auto(Machine found) {
    return ChooseDevice.from(DeviceSetting.AUTO, found);
  }

  private static Machine machine(String driver) {
    return new Machine(true, Optional.of(driver), Optional.empty());
  }
}
