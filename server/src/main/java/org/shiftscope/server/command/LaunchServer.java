package org.shiftscope.server.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.Version;
import org.shiftscope.server.config.LoadedConfig;
import org.shiftscope.server.config.ObserveConfig.LogFormat;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.server.log.FormatLog;
import org.shiftscope.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server, says so, and stops it when the process is told to end. */
final class LaunchServer {

  private static final Logger LOG = LoggerFactory.getLogger(LaunchServer.class);

  private LaunchServer() {}

  /** Starts it, with a line for each setting and one for the address. */
  static RunningServer with(ServerOptions options, PrintWriter out) {
    LoadedConfig loaded = options.load();
    Consumer<String> say = say(loaded.config(), loaded.print(), out);
    RunningServer server =
        RunningServer.start(loaded.config(), Clock.systemUTC(), options.acceptDamage());
    say.accept(server.devices());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    say.accept("Serving on " + server.address() + " until Ctrl-C.");
    server.notices().forEach(say);
    return server;
  }

  /**
   * Writes the log as is asked for, and says the version and the settings in its way; a worker's,
   * too.
   *
   * @param settings a line for each
   * @return says what comes after them
   */
  static Consumer<String> say(ServerConfig config, String settings, PrintWriter out) {
    LogFormat format = config.observe().logFormat();
    FormatLog.as(format);
    // A program that gathers the log reads every line as JSON.
    Consumer<String> say = format == LogFormat.JSON ? LOG::info : line -> print(out, line);
    say.accept("Shiftscope " + Version.current());
    settings.lines().forEach(say);
    return say;
  }

  private static void print(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }

  /**
   * Waits until the process is told to end.
   *
   * @param outdated is completed where it should end by itself
   * @throws StorageUnavailable why it does
   */
  static void untilStopped(CompletableFuture<StorageUnavailable> outdated)
      throws InterruptedException {
    try {
      throw outdated.get();
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }
}
