package org.shiftscope.server.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiftscope.server.config.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * The flags of settings, made of the settings themselves; all as text, since the configuration
 * checks them together with the values from the environment and the file, and reports every problem
 * at once. Secrets are none: every user of a machine sees flags.
 */
@Command // without options of its own, picocli asks for it
final class SettingFlags {

  private final Setting.Taker taker;
  private final Map<Setting, String> given = new EnumMap<>(Setting.class);

  /**
   * Flags that a command may have.
   *
   * @param taker whose they are
   */
  SettingFlags(Setting.Taker taker) {
    this.taker = taker;
  }

  /** Those that were given. */
  Map<Setting, String> given() {
    return new EnumMap<>(given);
  }

  /** Called by picocli, once, with the command that they are flags of. */
  @Spec(Spec.Target.MIXEE)
  void addTo(CommandSpec command) {
    Stream.of(Setting.values())
        .filter(setting -> setting.isFlagOf(taker))
        .forEach(setting -> command.addOption(option(setting)));
  }

  private OptionSpec option(Setting setting) {
    OptionSpec.Builder option =
        OptionSpec.builder(setting.flag())
            .type(String.class)
            .paramLabel(setting.form())
            .description(setting.description())
            .initialValue(null)
            .setter(
                new ISetter() {
                  @Override
                  public <T> @Nullable T set(@Nullable T value) {
                    put(setting, (String) value);
                    return null;
                  }
                });
    return (setting.isTrueOrFalse() ? option.arity("0..1").fallbackValue("true") : option).build();
  }

  private void put(Setting setting, @Nullable String value) {
    if (value == null) {
      given.remove(setting);
    } else {
      given.put(setting, value);
    }
  }
}
