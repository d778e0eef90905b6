package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.server.rest.LocalAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a spec without a server. */
@Command(
    name = "validate",
    description =
        "Checks a spec without a server, and names every problem. Whether the dataset's files and"
            + " the memory are there, only the machine that runs it can tell.")
final class ValidateCommand implements Callable<Integer> {

  @Mixin private final SpecFile file = new SpecFile();

  @Option(
      names = "--json",
      description = "Prints the spec with every default filled in, or the problems, as JSON.")
  private boolean json;

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = terminal.out();
    try {
      ExperimentSpec read = ReadSpec.from(file.read());
      out.println(
          json
              ? WriteSpec.toJson(read)
              : "It is valid: " + read.title() + ", " + read.trialCount() + " trials.");
      return ExitCode.DONE;
    } catch (InvalidSpec invalid) {
      if (json) {
        out.println(LocalAnswers.problem(invalid));
      } else {
        invalid.problems().stream().map(Problem::message).forEach(out::println);
      }
      return ExitCode.INVALID;
    } finally {
      out.flush();
    }
  }
}
