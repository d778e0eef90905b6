package org.shiftscope.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import org.shiftscope.compute.data.DatasetUnavailable;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.server.Version;
import org.shiftscope.server.config.ConfigProblem;
import org.shiftscope.server.config.InvalidConfig;
import org.shiftscope.server.device.DeviceRefused;
import org.shiftscope.server.web.PortRefused;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.backup.BackupRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "shiftscope",
    description =
        "Runs temperature sweeps, keeps their results, and shows them in a browser: how"
            + " temperature, curvature and the shift between train and test decide generalisation.",
    subcommands = {
      Serve.class,
      WorkerCommand.class,
      Demo.class,
      RunCommand.class,
      SubmitCommand.class,
      WatchCommand.class,
      QueueCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      RetryCommand.class,
      ResultsCommand.class,
      CompareCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      BackupCommand.class,
      BackupsCommand.class,
      RestoreCommand.class,
      VerifyCommand.class,
      MoveCommand.class,
      CompactCommand.class,
      PresetsCommand.class,
      ValidateCommand.class,
      AccountCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
public final class Shiftscope implements Runnable {

  private static final int CANNOT_START = ExitCode.FAILED;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** Runs a command; the process ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Shiftscope()).setExecutionExceptionHandler(Shiftscope::failed);
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "A command is missing: shiftscope serve, or shiftscope demo; shiftscope --help has them"
            + " all.");
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    PrintWriter err = command.getErr();
    switch (e) {
      case InvalidConfig invalid -> {
        err.println("Shiftscope cannot start; its configuration is not right:");
        invalid.problems().stream().map(ConfigProblem::message).forEach(m -> err.println("  " + m));
        return command.getCommandSpec().exitCodeOnInvalidInput();
      }
      case DeviceRefused refused -> err.println(refused.getMessage());
      case PortRefused refused -> err.println(refused.getMessage());
      case StorageUnavailable unavailable -> err.println(unavailable.getMessage());
      case InvalidSpec invalid -> {
        invalid.problems().stream().map(Problem::message).forEach(err::println);
        return ExitCode.INVALID;
      }
      case DatasetUnavailable unavailable -> {
        err.println(unavailable.getMessage());
        return ExitCode.INVALID;
      }
      case RequestRefused refused -> {
        err.println(refused.getMessage());
        return refused.exitCode();
      }
      case BackupRefused refused -> {
        err.println(refused.getMessage());
        return ExitCode.INVALID;
      }
      case ConnectException none ->
          err.println("The server did not answer. Is it running, and the address right?");
      case IOException broken -> err.println(broken.getMessage());
      default -> throw e;
    }
    return CANNOT_START;
  }

  /** The version that {@code --version} prints. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Shiftscope " + Version.current()};
    }
  }
}
