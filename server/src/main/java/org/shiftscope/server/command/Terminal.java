package org.shiftscope.server.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Where a command answers. Every command has one, and with it {@code --help}, {@code --version}.
 */
@Command(mixinStandardHelpOptions = true, versionProvider = Shiftscope.Versions.class)
final class Terminal {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  CommandLine command() {
    return spec.commandLine();
  }

  PrintWriter out() {
    return command().getOut();
  }

  PrintWriter err() {
    return command().getErr();
  }

  /** Prints a line that is there at once. */
  void say(Object line) {
    out().println(line);
    out().flush();
  }

  /** To be thrown where the command line is wrong, or what it names. */
  ParameterException refusal(String sentence) {
    return new ParameterException(command(), sentence);
  }
}
