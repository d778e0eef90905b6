package org.shiftscope.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the configuration: flags win over the environment, and that over the properties file. The
 * file is the one given by {@code --config} or {@code SHIFTSCOPE_CONFIG}, else {@code
 * shiftscope.properties} in the data folder, where there is one.
 */
public final class ReadConfig {

  static final String PREFIX = "SHIFTSCOPE_";

  private static final String CONFIG = PREFIX + "CONFIG";
  private static final String FILE_NAME = "shiftscope.properties";

  /**
   * Variables with our prefix that set something else: the file, where the command line asks and
   * what it signs in with, and the programs of the tests.
   */
  private static final Set<String> NOT_SETTINGS =
      Set.of(
          CONFIG,
          PREFIX + "CHROMIUM",
          PREFIX + "NGINX",
          PREFIX + "POSTGRES",
          PREFIX + "SERVER",
          PREFIX + "TOKEN");

  /**
   * What Kubernetes sets in every container beside a Service named shiftscope, or shiftscope-…:
   * {@code SHIFTSCOPE_SERVICE_HOST}, {@code SHIFTSCOPE_PORT_8080_TCP_ADDR}.
   */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile(
          PREFIX
              + "(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

  private final ProcessEnvironment process;
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final Map<Setting, GivenSetting> given = new EnumMap<>(Setting.class);

  private ReadConfig(ProcessEnvironment process) {
    this.process = process;
  }

  /**
   * Reads the configuration from all its sources.
   *
   * @param flags values given on the command line
   * @param configFlag the file named on the command line
   * @param process where the process runs
   * @throws InvalidConfig with every problem
   */
  public static LoadedConfig from(
      Map<Setting, String> flags, Optional<String> configFlag, ProcessEnvironment process) {
    return new ReadConfig(process).read(flags, configFlag);
  }

  private LoadedConfig read(Map<Setting, String> flags, Optional<String> configFlag) {
    flags.forEach((setting, value) -> give(setting, value, "flag " + setting.flag()));
    readEnvironment();
    if (configFlag.isPresent()) {
      readNamedFile(configFlag.get(), "flag --config");
    } else if (process.environment().containsKey(CONFIG)) {
      readNamedFile(process.environment().get(CONFIG), "environment " + CONFIG);
    } else {
      readFileInDataFolder();
    }
    for (Setting setting : Setting.values()) {
      give(setting, process.valueOf(setting), "default");
    }
    Optional<ServerConfig> config =
        new BuildConfig(new ReadSettings(given, process.folder(), problems)).build();
    if (config.isEmpty() || !problems.isEmpty()) {
      throw new InvalidConfig(problems);
    }
    return new LoadedConfig(config.get(), List.copyOf(given.values()));
  }

  private void readEnvironment() {
    Map<String, Setting> settings =
        Stream.of(Setting.values()).collect(Collectors.toMap(Setting::variable, s -> s));
    new TreeMap<>(process.environment())
        .forEach(
            (name, value) -> {
              if (isOfKubernetes(name, value)) {
                return;
              }
              if (settings.containsKey(name)) {
                give(settings.get(name), value, "environment " + name);
              } else if (name.startsWith(PREFIX) && !NOT_SETTINGS.contains(name)) {
                String known =
                    settings.keySet().stream().sorted().collect(Collectors.joining(", "));
                problem(name, "environment", "is not a setting (they are " + known + ")", value);
              }
            });
  }

  /** Such as {@code SHIFTSCOPE_PORT=tcp://10.96.0.12:8080}, which says nothing of this server. */
  private static boolean isOfKubernetes(String name, String value) {
    return OF_KUBERNETES.matcher(name).matches()
        || (name.startsWith(PREFIX)
            && name.endsWith("_PORT")
            && value.matches("(tcp|udp|sctp)://.*"));
  }

  private void readNamedFile(String name, String source) {
    try {
      Path file = process.folder().resolve(name);
      readFile(file);
    } catch (InvalidPathException e) {
      problem("config", source, "must be the path of a file", name);
    } catch (IOException e) {
      problem("config", source, "must be a properties file that can be read", name);
    }
  }

  /** A wrong data folder is reported later, as a setting. */
  private void readFileInDataFolder() {
    GivenSetting data = given.get(Setting.DATA);
    String folder = data == null ? process.valueOf(Setting.DATA) : data.value();
    try {
      Path file = process.folder().resolve(folder).resolve(FILE_NAME);
      if (!Files.exists(file)) {
        return;
      }
      readFile(file);
      if (given.containsKey(Setting.DATA) && !given.get(Setting.DATA).equals(data)) {
        String law = "cannot be set by a file that was found in the data folder";
        problem("data", "file " + file, law, given.get(Setting.DATA).value());
      }
    } catch (InvalidPathException e) {
      return;
    } catch (IOException e) {
      String law = "must be a properties file that can be read, or be moved away";
      problem(FILE_NAME, "found in the data folder", law, folder);
    }
  }

  private void readFile(Path file) throws IOException {
    Map<String, Setting> settings =
        Stream.of(Setting.values()).collect(Collectors.toMap(Setting::key, s -> s));
    String source = "file " + file;
    ReadFile.at(file)
        .forEach(
            (key, value) -> {
              if (settings.containsKey(key)) {
                give(settings.get(key), value, source);
              } else {
                String known =
                    settings.keySet().stream().sorted().collect(Collectors.joining(", "));
                problem(key, source, "is not a setting (they are " + known + ")", value);
              }
            });
  }

  /** The first to give a value wins. */
  private void give(Setting setting, String value, String source) {
    given.putIfAbsent(setting, new GivenSetting(setting, value, source));
  }

  private void problem(String setting, String source, String law, String value) {
    problems.add(new ConfigProblem(setting, source, law, value));
  }
}
