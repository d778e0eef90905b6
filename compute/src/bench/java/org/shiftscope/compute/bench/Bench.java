package org.shiftscope.compute.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.shiftscope.compute.device.StartNd4j;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * Prints how many times as fast as libtorch Shiftscope trains, with the environment beside the
 * numbers. Both sides train the same network in the same run, in turns, one thread each; a number
 * is the median over the pairs of turns.
 */
public final class Bench {

  /** Long enough to time, short enough that both turns of a pair see the same machine. */
  private static final double TURN_SECONDS = 0.1;

  /** Java's compiler needs it. */
  private static final double WARM_UP_SECONDS = 1;

  /** A step of the paper's networks takes seconds: they get as many rounds as fit, and no fewer. */
  private static final double SECONDS_FOR_ROUNDS = 50;

  private static final int FEWEST_ROUNDS = 5;
  private static final int SWEEP_ROUNDS = 3;
  private static final int WARM_UP_STEPS = 1_000;

  private final Path source;
  private final Path libraries;
  private final int rounds;
  private final String only;

  /** Operations a second; a busy machine hides it, so that it is looked for again and again. */
  private double peak;

  private Bench(Path source, Path libraries, int rounds, String only) {
    this.source = source;
    this.libraries = libraries;
    this.rounds = rounds;
    this.only = only;
  }

  /**
   * Runs.
   *
   * @param arguments the other side's program, the folder of its jars, the largest number of rounds
   *     and, where only some rows are wanted, what their names begin with
   */
  public static void main(String[] arguments) throws IOException {
    StartNd4j.started();
    String only = arguments.length > 3 ? arguments[3] : "";
    new Bench(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]), only)
        .run();
  }

  private void run() throws IOException {
    environment();
    print(
        "| network | B | Shiftscope µs/step | libtorch µs/step | ratio | quartiles | ratio of processor times | share of the peak |%n"
            + "|---|---|---|---|---|---|---|---|%n");
    try (Libtorch libtorch = new Libtorch(source, libraries, 1)) {
      for (Workload workload : workloads()) {
        if (workload.name().startsWith(only)) {
          step(workload, libtorch);
        }
      }
    }
    print(
        "%nThe peak of one thread: %.0f GFLOP/s (float32, the best product of ND4J's OpenBLAS and oneDNN)%n",
        peak * 1e-9);
    if ("sweep".startsWith(only)) {
      sweep();
    }
    print("%nLoad at the end: %s%n", load());
  }

  private static List<Workload> workloads() {
    NetworkSpec mlp = new NetworkSpec.Mlp(List.of(128), Activation.RELU, 1);
    NetworkSpec digits = new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1);
    NetworkSpec cnn = new NetworkSpec.Cnn(List.of(6, 16), 5, List.of(120, 84), Activation.RELU, 1);
    return List.of(
        new Workload("digits-64-32-10", digits, DatasetName.DIGITS, 32, 1_347),
        new Workload("mlp-784-128-10", mlp, DatasetName.MNIST, 32, 10_000),
        new Workload("mlp-784-128-10", mlp, DatasetName.MNIST, 100, 10_000),
        new Workload("mlp-784-128-10", mlp, DatasetName.MNIST, 1_000, 10_000),
        new Workload("cnn-6-16-5x5-120-84", cnn, DatasetName.MNIST, 100, 5_000),
        new Workload(
            "vgg16",
            new NetworkSpec.Vgg16(Activation.RELU, 1, Initialisation.HE),
            DatasetName.CIFAR_10,
            100,
            1_000),
        new Workload(
            "resnet10",
            new NetworkSpec.ResNet10(Activation.RELU, 1, Initialisation.HE),
            DatasetName.CIFAR_10,
            100,
            1_000),
        new Workload(
            "narrow-vgg16",
            new NetworkSpec.Vgg16(Activation.RELU, 0.125, Initialisation.HE),
            DatasetName.CIFAR_10,
            100,
            1_000),
        new Workload(
            "narrow-resnet10",
            new NetworkSpec.ResNet10(Activation.RELU, 0.125, Initialisation.HE),
            DatasetName.CIFAR_10,
            100,
            1_000));
  }

  private void step(Workload workload, Side libtorch) {
    peak = Math.max(peak, GemmPeak.measure());
    Side shiftscope = new Shiftscope();
    long count = shiftscope.open(workload);
    if (libtorch.open(workload) != count) {
      throw new IllegalStateException("The sides train different networks: " + workload.name());
    }
    int steps = warmUp(shiftscope, libtorch, workload);
    double turns = shiftscope.run(workload, steps).clock() + libtorch.run(workload, steps).clock();
    int fitting = (int) Math.max(FEWEST_ROUNDS, Math.min(rounds, SECONDS_FOR_ROUNDS / turns));
    Pairs pairs =
        Pairs.take(
            fitting, () -> shiftscope.run(workload, steps), () -> libtorch.run(workload, steps));
    double ours = Pairs.median(pairs.ours(), Times::clock) / steps;
    double processor = Pairs.median(pairs.ours(), Times::processor) / steps;
    print(
        "| %s | %d | %.1f | %.1f | **%.2f** | %.2f–%.2f | %.2f | %.0f %% |%n",
        workload.name(),
        workload.batch(),
        ours * 1e6,
        Pairs.median(pairs.theirs(), Times::clock) / steps * 1e6,
        pairs.ratio(Times::clock, 0.5),
        pairs.ratio(Times::clock, 0.25),
        pairs.ratio(Times::clock, 0.75),
        pairs.ratio(Times::processor, 0.5),
        100 * workload.flops() / processor / peak);
    libtorch.close(workload);
    shiftscope.close(workload);
  }

  /** Lets both sides warm up; the number of steps that fill a turn. */
  private static int warmUp(Side shiftscope, Side libtorch, Workload workload) {
    int steps = 1;
    double spent = 0;
    while (spent < WARM_UP_SECONDS) {
      double seconds = shiftscope.run(workload, steps).processor();
      libtorch.run(workload, steps);
      if (seconds < TURN_SECONDS / 2) {
        steps *= 2;
      } else {
        spent += seconds;
      }
    }
    return steps;
  }

  private void sweep() {
    SweepBench sweep = new SweepBench();
    int cores = Runtime.getRuntime().availableProcessors();
    SweepBench.Run first = sweep.run(cores);
    print(
        "%nA sweep of the digits mlp, 6 temperatures × 5 seeds: %,d SGD steps of B = %d, %,d and %,d"
            + " gradients on all train and test images, %,d points on each line:%n%n"
            + "| Shiftscope, %d trials at a time: s | libtorch, one trial at a time, on its faster"
            + " number of threads: s | ratio | quartiles |%n"
            + "|---|---|---|---|%n",
        sweep.steps(),
        sweep.workload().batch(),
        first.onTrain(),
        first.onTest(),
        sweep.points(),
        cores);
    Workload workload = sweep.workload();
    try (Libtorch one = new Libtorch(source, libraries, 1);
        Libtorch all = new Libtorch(source, libraries, cores)) {
      for (Libtorch libtorch : List.of(one, all)) {
        libtorch.open(workload);
        libtorch.run(workload, WARM_UP_STEPS);
      }
      Pairs pairs =
          Pairs.take(
              SWEEP_ROUNDS,
              () -> Times.ofClock(sweep.run(cores).seconds()),
              () -> faster(sweep.run(one, first), sweep.run(all, first)));
      print(
          "| %.2f | %.2f | **%.2f** | %.2f–%.2f |%n",
          Pairs.median(pairs.ours(), Times::clock),
          Pairs.median(pairs.theirs(), Times::clock),
          pairs.ratio(Times::clock, 0.5),
          pairs.ratio(Times::clock, 0.25),
          pairs.ratio(Times::clock, 0.75));
    }
  }

  private static Times faster(Times one, Times other) {
    return one.clock() < other.clock() ? one : other;
  }

  private static void environment() throws IOException {
    print(
        "%s · %s, %d cores · %s %s, JDK %s · ND4J 1.0.0-M2.1, libtorch 2.10.0 · load %s%n",
        LocalDate.now(),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        load());
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.exists(file)) {
      return "unknown processor";
    }
    List<String> lines = Files.readAllLines(file);
    String model =
        lines.stream().filter(line -> line.startsWith("model name")).findFirst().orElse(": ?");
    boolean avx512 = lines.stream().anyMatch(line -> line.contains(" avx512f "));
    return model.substring(model.indexOf(':') + 2) + (avx512 ? " with AVX-512" : "");
  }

  /** Runnable threads, the mean of the last minute: other work on the machine makes it large. */
  private static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
    System.out.flush();
  }
}
