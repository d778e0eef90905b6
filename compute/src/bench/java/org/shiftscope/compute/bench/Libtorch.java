package org.shiftscope.compute.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The other side, in a process of its own since its JavaCPP differs from ND4J's. It waits at a pipe
 * while it is not asked.
 */
final class Libtorch implements Side, AutoCloseable {

  private final Process process;
  private final PrintStream commands;
  private final BufferedReader answers;

  /**
   * Starts the process.
   *
   * @param source its program
   * @param libraries folder of its jars
   * @param threads for each operation
   */
  Libtorch(Path source, Path libraries, int threads) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "--enable-native-access=ALL-UNNAMED",
              "-classpath",
              libraries.resolve("*").toString(),
              source.toString());
      builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
      // Threads that wait must not take the core from those that work.
      builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
      builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
      // Its OpenBLAS is to choose the best kernels, whatever the environment prefers.
      builder.environment().remove("OPENBLAS_CORETYPE");
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    ask("threads " + threads);
  }

  @Override
  public long open(Workload workload) {
    return Long.parseLong(
        ask(
            String.join(
                " ",
                "open",
                workload.name(),
                Integer.toString(workload.batch()),
                Integer.toString(workload.samples()),
                Integer.toString(workload.images().height()),
                Integer.toString(workload.images().width()),
                Integer.toString(workload.images().channels()),
                String.join(" ", workload.words()))));
  }

  @Override
  public Times run(Workload workload, int steps) {
    return times(
        "run "
            + workload.name()
            + " "
            + steps
            + " "
            + Workload.LEARNING_RATE
            + " "
            + Workload.LAMBDA);
  }

  /** Full-data gradients on the first {@code images} images, each followed by a short step. */
  Times descend(Workload workload, int images, long gradients) {
    return times("descend " + workload.name() + " " + images + " " + gradients);
  }

  /** Losses and accuracies on the first {@code images} images. */
  Times evaluate(Workload workload, int images, long points) {
    return times("evaluate " + workload.name() + " " + images + " " + points);
  }

  private Times times(String command) {
    String[] numbers = ask(command).split(" ", -1);
    return new Times(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  @Override
  public void close(Workload workload) {
    ask("close " + workload.name());
  }

  private String ask(String command) {
    commands.println(command);
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("libtorch's process ended at: " + command);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // The process ends with its input.
    commands.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
