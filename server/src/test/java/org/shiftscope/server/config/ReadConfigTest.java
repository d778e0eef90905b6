package org.shiftscope.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.stage.OnOtherKernels;
import org.shiftscope.storage.RecordPlace;

/** Where settings come from. */
class ReadConfigTest extends ConfigStory {

  @Test
  void aServerThatIsToldNothingListensOnTheLoopbackAndUsesEveryCore() {
    assertThat(read().config())
        .isEqualTo(
            new ServerConfig(
                new ListenConfig(8080, "127.0.0.1", "", Optional.empty()),
                RecordPlace.in(folder.resolve("data")),
                new WorkConfig(3, DeviceSetting.AUTO, OnOtherKernels.ANEW, TrialLimits.NONE),
                Duration.ofDays(30),
                new BackupConfig(
                    Optional.of(folder.resolve("data/backups")), LocalTime.of(3, 0), 7),
                AccessConfig.DEFAULT,
                ObserveConfig.DEFAULT));
  }

  @Test
  void aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
    flags.put(Setting.PORT, "1001");
    environment.put("SHIFTSCOPE_PORT", "1002");
    environment.put("SHIFTSCOPE_SLOTS", "5");
    file(
        "my.properties",
        "port = 1003\nslots = 6\nhost = 0.0.0.0\ndata = elsewhere\ndevice = cpu\n");
    configFlag = Optional.of("my.properties");

    assertThat(read().config())
        .isEqualTo(
            new ServerConfig(
                new ListenConfig(1001, "0.0.0.0", "", Optional.empty()),
                RecordPlace.in(folder.resolve("elsewhere")),
                new WorkConfig(5, DeviceSetting.CPU, OnOtherKernels.ANEW, TrialLimits.NONE),
                Duration.ofDays(30),
                new BackupConfig(
                    Optional.of(folder.resolve("elsewhere/backups")), LocalTime.of(3, 0), 7),
                AccessConfig.DEFAULT,
                ObserveConfig.DEFAULT));
    assertThat(read().print().lines().map(String::strip))
        .containsExactly(
            "port            = 1001 (flag --port)",
            "host            = 0.0.0.0 (file " + folder.resolve("my.properties") + ")",
            "path            = / (default)",
            "tls-certificate =  (default)",
            "tls-key         =  (default)",
            "data            = "
                + folder.resolve("elsewhere")
                + " (file "
                + folder.resolve("my.properties")
                + ")",
            "slots           = 5 (environment SHIFTSCOPE_SLOTS)",
            "device          = cpu (file " + folder.resolve("my.properties") + ")",
            "checkpoints     = " + folder.resolve("elsewhere/checkpoints") + " (default)",
            "resume-on-other-kernels = anew (default)",
            "trial-time-limit = 0 (default)",
            "trial-memory-limit = 0 (default)",
            "bin             = 30 (default)",
            "names           =  (default)",
            "proxies         =  (default)",
            "open-to-network = false (default)",
            "session-idle    = 24 (default)",
            "session-length  = 30 (default)",
            "audit           = 365 (default)",
            "ended-shares    = 365 (default)",
            "backup-folder   = " + folder.resolve("elsewhere/backups") + " (default)",
            "backup-time     = 03:00 (default)",
            "backups-kept    = 7 (default)",
            "log-format      = text (default)",
            "metrics-open-to =  (default)",
            "address         =  (default)",
            "notices-to-loopback = false (default)");
  }

  /** As in a pod beside Services named shiftscope and shiftscope-db. */
  @Test
  void whatKubernetesSetsForAServiceOfTheSameNameIsPassedOver() {
    environment.put("SHIFTSCOPE_PORT", "tcp://10.96.0.12:8080");
    environment.put("SHIFTSCOPE_SERVICE_HOST", "10.96.0.12");
    environment.put("SHIFTSCOPE_SERVICE_PORT", "8080");
    environment.put("SHIFTSCOPE_SERVICE_PORT_HTTP", "8080");
    environment.put("SHIFTSCOPE_PORT_8080_TCP", "tcp://10.96.0.12:8080");
    environment.put("SHIFTSCOPE_PORT_8080_TCP_PROTO", "tcp");
    environment.put("SHIFTSCOPE_PORT_8080_TCP_PORT", "8080");
    environment.put("SHIFTSCOPE_PORT_8080_TCP_ADDR", "10.96.0.12");
    environment.put("SHIFTSCOPE_DB_PORT", "tcp://10.96.0.13:5432");
    environment.put("SHIFTSCOPE_DB_SERVICE_HOST", "10.96.0.13");

    assertThat(read().config().listen().port()).isEqualTo(8080);
    assertThat(read().print()).contains("port            = 8080 (default)");
  }

  @Test
  void theFileInTheDataFolderIsReadWhereNoOtherIsNamed() throws IOException {
    environment.put("SHIFTSCOPE_DATA", "d");
    file("d/shiftscope.properties", "slots = 7\n");

    assertThat(read().config().work().slots()).isEqualTo(7);

    file("other.properties", "slots = 8\n");
    environment.put("SHIFTSCOPE_CONFIG", "other.properties");
    assertThat(read().config().work().slots()).isEqualTo(8);
  }

  @Test
  void everyProblemIsToldAtOnceWithItsSourceLawAndValue() throws IOException {
    flags.put(Setting.PORT, "65536");
    flags.put(Setting.HOST, "no.such.host.invalid");
    environment.put("SHIFTSCOPE_SLOTS", "two");
    environment.put("SHIFTSCOPE_PROT", "80");
    file("my.properties", "colour = red\n");
    file("plain", "a file\n");
    flags.put(Setting.DATA, "plain");
    flags.put(Setting.DEVICE, "tpu");
    configFlag = Optional.of("my.properties");

    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .containsExactly(
            "SHIFTSCOPE_PROT is not a setting (they are "
                + all(Setting::variable)
                + "); it is 80 (environment).",
            "colour is not a setting (they are "
                + all(Setting::key)
                + "); it is red (file "
                + folder.resolve("my.properties")
                + ").",
            "port must be a whole number from 0 to 65535; it is 65536 (flag --port).",
            "host must be a name or address of this machine, such as 127.0.0.1 or 0.0.0.0; it is"
                + " no.such.host.invalid (flag --host).",
            "data must be a folder that can be written, or the path of one to be made; it is plain"
                + " (flag --data).",
            "slots must be a whole number from 0 to 1024; it is two (environment"
                + " SHIFTSCOPE_SLOTS).",
            "device must be auto, cpu or gpu; it is tpu (flag --device).");
  }

  private static String all(Function<Setting, String> name) {
    return Stream.of(Setting.values()).map(name).sorted().collect(Collectors.joining(", "));
  }

  @Test
  void anEmptyValueIsNoValue() {
    environment.put("SHIFTSCOPE_PORT", "");
    environment.put("SHIFTSCOPE_HOST", " ");

    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .hasSize(2)
        .allMatch(message -> message.contains("; it is empty ("));
  }

  @Test
  void aFileThatIsNotThereOrNotPropertiesIsToldSo() throws IOException {
    configFlag = Optional.of("missing.properties");
    assertThatThrownBy(this::read)
        .hasMessage(
            "config must be a properties file that can be read; it is missing.properties (flag"
                + " --config).");

    file("broken.properties", "port = \\u00zz\n");
    configFlag = Optional.of("broken.properties");
    assertThatThrownBy(this::read).hasMessageContaining("it is broken.properties (flag --config)");
  }

  @Test
  void aFileFoundInTheDataFolderCannotMoveTheDataFolder() throws IOException {
    file("data/shiftscope.properties", "data = /elsewhere\n");

    assertThat(refusal().problems().getFirst().message())
        .isEqualTo(
            "data cannot be set by a file that was found in the data folder; it is /elsewhere (file"
                + " "
                + folder.resolve("data/shiftscope.properties")
                + ").");
  }

  @ParameterizedTest
  @EnumSource
  void helpTellsTheDefaultThatHolds(Setting setting) {
    assertThat(setting.description())
        .contains(setting.usual().isEmpty() ? "" : "Default: " + setting.usual());
  }
}
