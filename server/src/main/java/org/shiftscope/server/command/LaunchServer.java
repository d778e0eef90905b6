package org.shiftscope.server.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.Version;
import org.shiftscope.server.config.LoadedConfig;

/** Starts the server, says so, and stops it when the process is told to end. */
final class LaunchServer {

  private LaunchServer() {}

  /** Starts it, with a line for each setting and one for the address. */
  static RunningServer with(ServerOptions options, PrintWriter out) {
    LoadedConfig loaded = options.load();
    out.println("Shiftscope " + Version.current());
    out.println(loaded.print());
    out.flush();
    RunningServer server =
        RunningServer.start(loaded.config(), Clock.systemUTC(), options.acceptDamage());
    out.println(server.devices());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    out.println("Serving on " + server.address() + " until Ctrl-C.");
    server.notices().forEach(out::println);
    out.flush();
    return server;
  }

  /** Waits until the process is told to end. */
  static void untilStopped() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
