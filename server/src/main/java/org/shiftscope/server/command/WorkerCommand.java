package org.shiftscope.server.command;

import java.time.Clock;
import java.util.EnumMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.shiftscope.server.RunningWorker;
import org.shiftscope.server.config.LoadedConfig;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs trials until the process is told to end. */
@Command(
    name = "worker",
    description =
        "Runs trials of a database that servers and other workers share, until Ctrl-C. It listens"
            + " on no port. Settings that are a server's alone are read and left unused.",
    mixinStandardHelpOptions = true,
    versionProvider = Shiftscope.Versions.class)
final class WorkerCommand implements Callable<Integer> {

  @Mixin private final WorkOptions options = new WorkOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    LoadedConfig loaded = options.load(new EnumMap<>(Setting.class));
    Consumer<String> say =
        LaunchServer.say(loaded.config(), loaded.printOfWorker(), spec.commandLine().getOut());
    ServerConfig config = loaded.ofWorker();
    RunningWorker worker = RunningWorker.start(config.record(), config.work(), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "stop"));
    say.accept(worker.devices());
    say.accept("Running trials as worker " + worker.id() + " until Ctrl-C.");
    LaunchServer.untilStopped(worker.outdated());
    return ExitCode.DONE;
  }
}
