package org.shiftscope.server.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The distribution's launcher in a process of its own, as a person starts it. */
final class ChildServer implements AutoCloseable {

  private static final Pattern SERVING =
      Pattern.compile("Serving on (http://\\S+) until Ctrl-C\\.");

  private final Process process;
  private final BufferedReader output;
  private final StringBuilder said = new StringBuilder();

  private ChildServer(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts {@code shiftscope} with arguments. */
  static ChildServer launch(String... arguments) throws IOException {
    return launch(Path.of(System.getProperty("shiftscope.launcher")), arguments);
  }

  /** Starts a launcher with arguments. */
  static ChildServer launch(Path launcher, String... arguments) throws IOException {
    return launch(List.of(launcher.toString()), arguments);
  }

  /** Starts a program with arguments, the first of which are its own. */
  static ChildServer launch(List<String> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SHIFTSCOPE_"));
    return new ChildServer(builder.start());
  }

  /** Waits until it serves. */
  Lab serving() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      Matcher serving = SERVING.matcher(line);
      if (serving.matches()) {
        return new Lab(URI.create(serving.group(1)));
      }
    }
    throw new AssertionError("The server ended before it served:\n" + said);
  }

  /** Waits until it has said something. */
  void awaitSaid(String text) throws IOException {
    while (said.indexOf(text) < 0) {
      String line = output.readLine();
      if (line == null) {
        throw new AssertionError("The server never said \"" + text + "\":\n" + said);
      }
      said.append(line).append('\n');
    }
  }

  /** Waits for a line that says something, and returns it. */
  String untilSaid(String text) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError("The server never said \"" + text + "\":\n" + said);
  }

  /** Waits until it has said a line. Returns the first group of its pattern. */
  String awaitSaid(Pattern wanted) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      Matcher found = wanted.matcher(line);
      if (found.matches()) {
        return found.group(1);
      }
    }
    throw new AssertionError("It ended before it said " + wanted + ":\n" + said);
  }

  /** Waits until it ends, and returns all that it said. */
  String untilItEnds() throws IOException, InterruptedException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
    }
    process.waitFor();
    return said.toString();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() {
    return process.exitValue();
  }

  /** Its number among the machine's processes. */
  long process() {
    return process.pid();
  }

  /** What it took of the processors so far. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** How much of the machine's memory it holds. */
  long residentBytes() throws IOException {
    return status("VmRSS:").orElseThrow();
  }

  /** The most that it held; 0 once it has ended. */
  long peakBytes() throws IOException {
    return status("VmHWM:").orElse(0);
  }

  private OptionalLong status(String field) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
          .findFirst();
    } catch (IOException gone) {
      if (process.isAlive()) {
        throw gone;
      }
      return OptionalLong.empty();
    }
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Another signal, by its name: STOP, CONT. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** SIGTERM. Returns whether it ended in time. */
  boolean stop(long seconds) throws InterruptedException {
    process.destroy();
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
