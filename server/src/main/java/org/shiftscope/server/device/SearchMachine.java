package org.shiftscope.server.device;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.shiftscope.compute.device.Card;
import org.shiftscope.compute.device.ChooseDevice.Machine;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.device.StartNd4j;

/** Looks what this machine has to compute on. */
final class SearchMachine {

  private static final long SECONDS = 20;

  private SearchMachine() {}

  /** The driver is asked only where its answer matters. */
  static Machine now(DeviceSetting setting) {
    boolean cuda = setting != DeviceSetting.CPU && StartNd4j.hasCuda();
    return new Machine(
        cuda,
        cuda ? driver() : Optional.empty(),
        Optional.ofNullable(System.getenv("CUDA_VISIBLE_DEVICES")));
  }

  private static Optional<String> driver() {
    try {
      Process asked =
          new ProcessBuilder("nvidia-smi", Card.QUERY, "--format=csv,noheader")
              .redirectError(Redirect.DISCARD)
              .start();
      return answer(asked);
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** A line for each card fits into the pipe, so it can be read after the end. */
  private static Optional<String> answer(Process asked) throws IOException {
    try (InputStream out = asked.getInputStream()) {
      if (asked.waitFor(SECONDS, TimeUnit.SECONDS) && asked.exitValue() == 0) {
        return Optional.of(new String(out.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      asked.destroyForcibly();
    }
    return Optional.empty();
  }

  /** The processor's name as Linux tells it; elsewhere its architecture. */
  static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name") && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture());
    } catch (IOException notLinux) {
      return architecture();
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }
}
