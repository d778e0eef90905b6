package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;

/**
 * Which trials of an experiment count, and which do not and why.
 *
 * @param asked trials of the spec
 * @param ended those that have a result
 * @param counted those that means, fits and tests are made of, by number. Every series of the
 *     findings that goes over trials has their order
 * @param remarks what there is to say of others, and of some of these; no remark without a trial
 * @param temperatures the same, temperature by temperature, ascending
 * @param sentence the trials that are left out, and those that count with a remark; empty where
 *     there are none
 */
public record CountedTrials(
    int asked,
    int ended,
    List<Place> counted,
    List<Remarked> remarks,
    List<AtTemperature> temperatures,
    String sentence) {

  public CountedTrials {
    counted = List.copyOf(counted);
    remarks = List.copyOf(remarks);
    temperatures = List.copyOf(temperatures);
  }

  /**
   * Where a trial stands in its experiment.
   *
   * @param trial its number, from 0
   * @param temperature T
   * @param seed its seed
   * @param split the seed of its split into train and test samples; empty where it is the given one
   */
  public record Place(int trial, double temperature, long seed, Optional<Long> split) {
    public Place {
      // Findings of before splits were an axis lack it.
      split = split == null ? Optional.empty() : split;
    }

    /** In the given split. */
    public Place(int trial, double temperature, long seed) {
      this(trial, temperature, seed, Optional.empty());
    }
  }

  /**
   * The trials of which something is to be said.
   *
   * @param remark what
   * @param trials their numbers, ascending
   */
  public record Remarked(Remark remark, List<Integer> trials) {
    public Remarked {
      trials = List.copyOf(trials);
    }
  }

  /**
   * The trials of one temperature.
   *
   * @param temperature T
   * @param asked trials of the spec
   * @param ended those that have a result
   * @param counted those that count
   * @param remarks what there is to say
   */
  public record AtTemperature(
      double temperature, int asked, int ended, int counted, List<Remarked> remarks) {
    public AtTemperature {
      remarks = List.copyOf(remarks);
    }
  }

  /** Whether some trials count only where a person asks for them. */
  public boolean hasDoubtful() {
    return remarks.stream().anyMatch(each -> each.remark().counts() == Remark.Counts.IF_ASKED);
  }

  /** What there is to say of a trial. */
  public List<Remark> of(int trial) {
    return remarks.stream()
        .filter(each -> each.trials().contains(trial))
        .map(Remarked::remark)
        .toList();
  }

  /** What is said of a trial that counts only where a person asks for it; empty for others. */
  public Optional<Remark> askedFor(int trial) {
    return of(trial).stream().filter(it -> it.counts() == Remark.Counts.IF_ASKED).findFirst();
  }

  /**
   * What makes a trial doubtful that counts: it counts only where a person asks for it, or the cap
   * on epochs stopped it, so that its flow time is not that of the others.
   */
  public Optional<Remark> doubt(int trial) {
    return askedFor(trial)
        .or(() -> of(trial).stream().filter(it -> it == Remark.CAPPED).findFirst());
  }

  /** Those that a person left out by hand. */
  public WithoutTrials without() {
    return new WithoutTrials(
        remarks.stream()
            .filter(each -> each.remark() == Remark.LEFT_OUT)
            .flatMap(each -> each.trials().stream())
            .toList());
  }

  /** How many trials a remark is made of. */
  public int with(Remark remark) {
    return remarks.stream()
        .filter(each -> each.remark() == remark)
        .mapToInt(each -> each.trials().size())
        .sum();
  }
}
