package org.shiftscope.server.command;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.config.LoadedConfig;
import org.shiftscope.server.config.ProcessEnvironment;
import org.shiftscope.server.config.ReadConfig;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of whatever runs trials: where the record is, what trials run on, and the log. */
final class WorkOptions {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "The folder of the datasets and, without --database, of the database. Default: data, in"
              + " the working folder.")
  private @Nullable String data;

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--slots",
      paramLabel = "COUNT",
      description =
          "Trials that run at the same time, each on one thread; a graphics card runs one. Default:"
              + " the machine's cores. 0: none; a server then leaves them to workers.")
  private @Nullable String slots;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description =
          "What trials run on: cpu, gpu (refused where there is none to use), or auto, which takes"
              + " graphics cards where there are some to use. Default: auto.")
  private @Nullable String device;

  @Option(
      names = "--checkpoints",
      paramLabel = "database|FOLDER",
      description =
          "Where trials are kept that are under way: in the database, or in a folder, which workers"
              + " on several machines must share. Default: the database where that is PostgreSQL,"
              + " else checkpoints in the data folder.")
  private @Nullable String checkpoints;

  @Option(
      names = "--resume-on-other-kernels",
      paramLabel = "anew|go-on",
      description =
          "What a trial does whose checkpoint was computed by another kind of processor: it starts"
              + " anew, or goes on, and its result says so. Default: anew.")
  private @Nullable String resumeOnOtherKernels;

  @Option(
      names = "--trial-time-limit",
      paramLabel = "HOURS",
      description =
          "Hours that a trial may take, over all its attempts; then it fails, and a retry with a"
              + " higher limit goes on from its checkpoint. Default: 0, any time.")
  private @Nullable String trialTimeLimit;

  @Option(
      names = "--trial-memory-limit",
      paramLabel = "MEGABYTES",
      description =
          "Megabytes that a trial may need; what needs more is refused. Default: 0, as much as there"
              + " is.")
  private @Nullable String trialMemoryLimit;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description =
          "How lines of the log are written: text for people, or json, an object a line, for what"
              + " gathers logs. Default: text.")
  private @Nullable String logFormat;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A properties file of these settings (port = 8080 ...). Default: shiftscope.properties in"
              + " the data folder. The environment (SHIFTSCOPE_PORT ...) wins over the file, and"
              + " flags win over both.")
  private @Nullable String config;

  /**
   * The configuration from all its sources.
   *
   * @param flags others, which were given. Modified.
   */
  LoadedConfig load(Map<Setting, String> flags) {
    ServerOptions.put(flags, Setting.DATA, data);
    database.putInto(flags);
    ServerOptions.put(flags, Setting.SLOTS, slots);
    ServerOptions.put(flags, Setting.DEVICE, device);
    ServerOptions.put(flags, Setting.CHECKPOINTS, checkpoints);
    ServerOptions.put(flags, Setting.RESUME_ON_OTHER_KERNELS, resumeOnOtherKernels);
    ServerOptions.put(flags, Setting.TRIAL_TIME_LIMIT, trialTimeLimit);
    ServerOptions.put(flags, Setting.TRIAL_MEMORY_LIMIT, trialMemoryLimit);
    ServerOptions.put(flags, Setting.LOG_FORMAT, logFormat);
    return ReadConfig.from(flags, Optional.ofNullable(config), ProcessEnvironment.ofThisProcess());
  }
}
