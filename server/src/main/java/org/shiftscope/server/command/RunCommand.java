package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.server.LocalLab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs an experiment in this process. */
@Command(
    name = "run",
    description =
        "Runs an experiment without a server, with the same numbers. What is computed is kept in"
            + " the folder as it comes: after Ctrl-C or a kill the same command goes on.")
final class RunCommand implements Callable<Integer> {

  @Mixin private final SpecFile file = new SpecFile();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Gets the results as JSON and CSV, and the record of the run.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The folder of the datasets. Default: SHIFTSCOPE_DATA, or data.")
  private @Nullable Path data;

  @Option(
      names = "--slots",
      paramLabel = "COUNT",
      description = "Trials that run at the same time. Default: the machine's cores.")
  private int slots = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "What trials run on: cpu, gpu or auto. Default: auto.")
  private String device = "auto";

  @Option(names = "--json", description = "Prints the experiment as JSON at the end.")
  private boolean json;

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    ExperimentSpec asked = ReadSpec.from(file.read());
    PrintWriter err = terminal.err();
    try (LocalLab lab = LocalLab.open(folder.resolve("record"), data(), slots(), device())) {
      err.println(lab.devices());
      err.flush();
      return new RunLocally(lab, terminal.command(), json).call(asked, folder);
    }
  }

  private Path data() {
    return Optional.ofNullable(data)
        .or(() -> Optional.ofNullable(System.getenv("SHIFTSCOPE_DATA")).map(Path::of))
        .orElse(Path.of("data"))
        .toAbsolutePath();
  }

  private int slots() {
    if (slots < 1 || slots > 1_024) {
      throw terminal.refusal("--slots must be a whole number from 1 to 1024; it is " + slots + ".");
    }
    return slots;
  }

  private DeviceSetting device() {
    return Stream.of(DeviceSetting.values())
        .filter(setting -> setting.name().equalsIgnoreCase(device))
        .findFirst()
        .orElseThrow(
            () -> terminal.refusal("--device must be cpu, gpu or auto; it is " + device + "."));
  }
}
