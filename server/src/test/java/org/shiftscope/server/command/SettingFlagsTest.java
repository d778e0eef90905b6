package org.shiftscope.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

class SettingFlagsTest {

  private static final List<Setting> SECRETS =
      List.of(Setting.DATABASE_PASSWORD, Setting.MAIL_PASSWORD, Setting.OIDC_CLIENT_SECRET);

  @Command
  private static final class OfAServer {

    @Mixin private final SettingFlags flags = new SettingFlags(Setting.Taker.SERVER);
  }

  @Test
  void everySettingIsAFlagOfAServerButSecretsAreNobodys() {
    assertThat(flagsOf("serve")).containsExactlyInAnyOrderElementsOf(all());
    assertThat(flagsOf("demo")).containsExactlyInAnyOrderElementsOf(all());
    assertThat(flagsOf("worker")).contains("--database-user", "--slots").doesNotContain("--port");
    assertThat(flagsOf("move"))
        .containsExactlyInAnyOrder("--database", "--database-user", "--database-password-file");
  }

  private static List<String> all() {
    return Stream.of(Setting.values())
        .filter(setting -> !SECRETS.contains(setting))
        .map(Setting::flag)
        .toList();
  }

  private static List<String> flagsOf(String command) {
    CommandLine of = Shiftscope.commandLine().getSubcommands().get(command);
    CommandSpec spec = Objects.requireNonNull(of).getCommandSpec();
    return Stream.of(Setting.values())
        .map(Setting::flag)
        .filter(spec.optionsMap()::containsKey)
        .toList();
  }

  @Test
  void whatIsGivenIsHandedOnAndForgottenWithTheNextCommandLine() {
    var command = new OfAServer();
    var line = new CommandLine(command);
    line.parseArgs("--notices-to-loopback", "--oidc-newcomers=false", "--port", "8");
    assertThat(command.flags.given())
        .isEqualTo(
            Map.of(
                Setting.NOTICES_TO_LOOPBACK, "true",
                Setting.OIDC_NEWCOMERS, "false",
                Setting.PORT, "8"));
    line.parseArgs("--host", "lab");
    assertThat(command.flags.given()).isEqualTo(Map.of(Setting.HOST, "lab"));
  }
}
