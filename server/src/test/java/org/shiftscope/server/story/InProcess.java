package org.shiftscope.server.story;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.config.AccessConfig;
import org.shiftscope.server.config.ServerConfig;

/** Starts the whole server in the test's own process, on a free port. */
final class InProcess {

  private InProcess() {}

  static RunningServer start(Path data) {
    return start(data, 0);
  }

  /** Starts it where another has just stopped. */
  static RunningServer start(Path data, int port) {
    return start(data, port, Clock.systemUTC());
  }

  static RunningServer start(Path data, Clock clock) {
    return start(data, 0, clock);
  }

  /** One that listens on an address. */
  static RunningServer start(Path data, String host, AccessConfig access) {
    return RunningServer.start(config(0, host, data, access), Clock.systemUTC());
  }

  private static RunningServer start(Path data, int port, Clock clock) {
    return RunningServer.start(config(port, "127.0.0.1", data, AccessConfig.DEFAULT), clock);
  }

  private static ServerConfig config(int port, String host, Path data, AccessConfig access) {
    return new ServerConfig(port, host, data, 2, DeviceSetting.AUTO, Duration.ofDays(30), access);
  }
}
