package org.shiftscope.compute.device;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A device of this process.
 *
 * @param lane {@code cpu}, {@code gpu0}, {@code gpu1}, ...
 * @param name what a person calls it: {@code AMD EPYC 7763}
 * @param place its place in CUDA's order; 0 for the processor
 */
public record Device(String lane, String name, int place) {

  /** The kinds of device that ND4J computes on; one in a process. */
  public enum Kind {
    /** The processor. */
    CPU,
    /** NVIDIA's cards. */
    CUDA
  }

  /** The processor. */
  public static Device cpu(String name) {
    return new Device("cpu", name, 0);
  }

  /** A lane for each card. */
  public static List<Device> gpus(List<Card> cards) {
    return IntStream.range(0, cards.size())
        .mapToObj(place -> new Device("gpu" + place, cards.get(place).name(), place))
        .toList();
  }

  /** Whether it is a graphics card. */
  public boolean isCard() {
    return lane.startsWith("gpu");
  }

  /** How results name it: {@code gpu0: NVIDIA A100-SXM4-40GB}. */
  public String label() {
    return name.isBlank() ? lane : lane + ": " + name;
  }

  /** Makes the calling thread compute on it, until told otherwise. */
  public void bindThread() {
    if (isCard()) {
      Nd4j.getAffinityManager().unsafeSetDevice(place);
    }
  }
}
