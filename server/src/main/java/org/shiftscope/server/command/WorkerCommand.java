package org.shiftscope.server.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.shiftscope.server.RunningWorker;
import org.shiftscope.server.config.LoadedConfig;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs trials until the process is told to end. */
@Command(
    name = "worker",
    description =
        "Runs trials of a database that servers and other workers share, until Ctrl-C. It listens"
            + " on no port. Settings that are a server's alone are read and left unused.")
final class WorkerCommand implements Callable<Integer> {

  @Mixin private final ConfigOptions options = new ConfigOptions(Setting.Taker.WORKER);

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws InterruptedException {
    LoadedConfig loaded = options.load();
    Consumer<String> say =
        LaunchServer.say(loaded.config(), loaded.printOfWorker(), terminal.out());
    ServerConfig config = loaded.ofWorker();
    RunningWorker worker = RunningWorker.start(config.record(), config.work(), Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "stop"));
    say.accept(worker.devices());
    say.accept("Running trials as worker " + worker.id() + " until Ctrl-C.");
    LaunchServer.untilStopped(worker.outdated());
    return ExitCode.DONE;
  }
}
