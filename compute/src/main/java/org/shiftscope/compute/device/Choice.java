package org.shiftscope.compute.device;

import java.util.List;

/** What is computed on, and why. */
public sealed interface Choice {

  /** A sentence for a person. */
  String why();

  /** The processor. */
  record OnCpu(String why) implements Choice {}

  /**
   * Graphics cards.
   *
   * @param cards at least one, in CUDA's order
   */
  record OnGpus(List<Card> cards, String why) implements Choice {
    public OnGpus {
      cards = List.copyOf(cards);
    }
  }

  /** What was asked for is not there. */
  record Refused(String why) implements Choice {}
}
