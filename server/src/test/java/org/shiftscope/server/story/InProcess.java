package org.shiftscope.server.story;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.stage.OnOtherKernels;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.config.AccessConfig;
import org.shiftscope.server.config.BackupConfig;
import org.shiftscope.server.config.ListenConfig;
import org.shiftscope.server.config.ObserveConfig;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.server.config.WorkConfig;
import org.shiftscope.storage.RecordPlace;

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
    return start(data, new ListenConfig(0, host, "", Optional.empty()), access);
  }

  /** One that is watched as told. */
  static RunningServer start(Path data, String host, ObserveConfig observe) {
    var listen = new ListenConfig(0, host, "", Optional.empty());
    return RunningServer.start(
        config(listen, data, AccessConfig.DEFAULT, observe), Clock.systemUTC());
  }

  /** One that listens as told. */
  static RunningServer start(Path data, ListenConfig listen, AccessConfig access) {
    return RunningServer.start(config(listen, data, access), Clock.systemUTC());
  }

  private static RunningServer start(Path data, int port, Clock clock) {
    var listen = new ListenConfig(port, "127.0.0.1", "", Optional.empty());
    return RunningServer.start(config(listen, data, AccessConfig.DEFAULT), clock);
  }

  private static ServerConfig config(ListenConfig listen, Path data, AccessConfig access) {
    return config(listen, data, access, ObserveConfig.DEFAULT);
  }

  private static ServerConfig config(
      ListenConfig listen, Path data, AccessConfig access, ObserveConfig observe) {
    return new ServerConfig(
        listen,
        RecordPlace.in(data),
        new WorkConfig(2, DeviceSetting.AUTO, OnOtherKernels.ANEW, TrialLimits.NONE),
        Duration.ofDays(30),
        new BackupConfig(Optional.of(data.resolve("backups")), LocalTime.of(3, 0), 7),
        access,
        observe);
  }
}
