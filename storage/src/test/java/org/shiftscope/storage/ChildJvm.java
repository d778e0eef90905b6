package org.shiftscope.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own with this one's class path, of which the lines are read. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;

  private ChildJvm(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  static ChildJvm start(Class<?> main, Object... arguments) {
    return start("256m", main, arguments);
  }

  /**
   * @param heap the most that it may take
   */
  static ChildJvm start(String heap, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    // Modules and native access, as this process has them.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.matches("--(add-modules|enable-native|sun-misc).*"))
        .forEach(command::add);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
    try {
      return new ChildJvm(new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .replace("\n", File.pathSeparator);
  }

  /** The next line, or "" at the end. */
  String line() {
    try {
      String line = lines.readLine();
      return line == null ? "" : line;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The lines that are left, to the end of the process. */
  List<String> rest() {
    return lines.lines().toList();
  }

  /** Waits for its end. Returns its exit status. */
  int exit() throws InterruptedException {
    return process.waitFor();
  }

  /** Whether it ends in time. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What its threads are doing, as far as it still tells. */
  String stacks() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      return new String(
          new ProcessBuilder(jcmd, Long.toString(process.pid()), "Thread.print")
              .redirectErrorStream(true)
              .start()
              .getInputStream()
              .readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException refused) {
      return refused.toString();
    }
  }

  /** SIGKILL. What it had written can still be read. */
  void kill() {
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    process.waitFor();
  }
}
