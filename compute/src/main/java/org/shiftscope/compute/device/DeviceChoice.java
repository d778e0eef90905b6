package org.shiftscope.compute.device;

import java.util.List;

/** What is computed on, and why. */
public sealed interface DeviceChoice {

  /** A sentence for a person. */
  String why();

  /** The processor. */
  record OnCpu(String why) implements DeviceChoice {}

  /**
   * Graphics cards.
   *
   * @param cards at least one, in CUDA's order
   */
  record OnGpus(List<Card> cards, String why) implements DeviceChoice {
    public OnGpus {
      cards = List.copyOf(cards);
    }
  }

  /** What was asked for is not there. */
  record Refused(String why) implements DeviceChoice {}
}
