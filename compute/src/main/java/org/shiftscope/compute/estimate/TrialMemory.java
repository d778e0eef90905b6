package org.shiftscope.compute.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Problem;

/**
 * The memory of a trial, told by arithmetic before anything is allocated.
 *
 * @param parts what it is made of, at least one
 */
public record TrialMemory(List<Part> parts) {

  public TrialMemory {
    parts = List.copyOf(parts);
  }

  /**
   * What grows with one field of the spec.
   *
   * @param field that rules it, as in JSON
   * @param advice what to do where it is too much, after "take"
   * @param shared whether trials that run at the same time have it once
   * @param memory how much it is
   */
  public record Part(String field, String advice, boolean shared, Memory memory) {}

  /** Of a kind whose trials have one field to grow with, and all they need in Java's heap. */
  public static TrialMemory inHeap(String field, long bytes) {
    return new TrialMemory(
        List.of(new Part(field, "fewer or less of it", false, new Memory(bytes, 0))));
  }

  /** With one part more. */
  public TrialMemory with(Part more) {
    return new TrialMemory(Stream.concat(parts.stream(), Stream.of(more)).toList());
  }

  /** What some trials need that run at the same time. */
  public Memory of(int atATime) {
    return parts.stream()
        .map(part -> part.shared() ? part.memory() : part.memory().times(atATime))
        .reduce(Memory.NONE, Memory::plus);
  }

  /** As many of some trials as fit at the same time; at least 1. */
  public int fitting(int trials, Memory there) {
    int fitting = trials;
    while (fitting > 1 && !there.holds(of(fitting))) {
      fitting--;
    }
    return fitting;
  }

  /** Why not even one fits, told of the field to which most of it is owed; empty where one does. */
  public Optional<Problem> problem(Memory there) {
    Memory need = of(1);
    if (need.arrays() > there.arrays()) {
      return Optional.of(
          problem(Memory::arrays, "outside Java's heap", "on a machine with more memory", there));
    }
    return need.heap() > there.heap()
        ? Optional.of(
            problem(
                Memory::heap,
                "of Java's heap",
                "with a larger heap (JAVA_OPTS=-Xmx…g, a quarter of the memory where it is not set)",
                there))
        : Optional.empty();
  }

  /**
   * Why one trial needs more than a limit, told of the field to which most of it is owed; empty
   * where it does not.
   *
   * @param most bytes
   */
  public Optional<Problem> above(long most) {
    if (of(1).bytes() <= most) {
      return Optional.empty();
    }
    Part ruling = largest(Memory::bytes);
    return Optional.of(
        new Problem(
            ruling.field(),
            String.format(
                Locale.ROOT,
                "makes each trial need about %s of memory, and this server lets a trial have %s"
                    + " (trial-memory-limit): take %s",
                say(of(1).bytes()),
                say(most),
                ruling.advice()),
            ""));
  }

  private Part largest(ToLongFunction<Memory> of) {
    return parts.stream()
        .max(Comparator.comparingLong(part -> of.applyAsLong(part.memory())))
        .orElseThrow();
  }

  private Problem problem(
      ToLongFunction<Memory> scarce, String where, String instead, Memory there) {
    Part ruling = largest(scarce);
    return new Problem(
        ruling.field(),
        String.format(
            Locale.ROOT,
            "makes each trial need about %s, and %s %s where this server gives trials %s: take %s,"
                + " or run it %s",
            say(of(1).bytes()),
            say(scarce.applyAsLong(of(1))),
            where,
            say(scarce.applyAsLong(there)),
            ruling.advice(),
            instead),
        "");
  }

  /** As many digits as arithmetic of this kind is good for. */
  private static String say(long bytes) {
    double megabytes = Math.max(1, bytes / 1e6);
    return megabytes < 1_000
        ? Math.round(megabytes) + " MB"
        : String.format(Locale.ROOT, megabytes < 1e4 ? "%.1f GB" : "%.0f GB", megabytes / 1e3);
  }
}
