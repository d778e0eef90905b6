package org.shiftscope.server.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shiftscope.storage.accounts.SessionLimits;

/**
 * Turns what is written of who may reach the server into its record, and reports what breaks its
 * law.
 *
 * @param settings as they were given
 */
record BuildAccess(ReadSettings settings) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

  /** Empty where a problem was reported. */
  Optional<AccessConfig> build() {
    int before = settings.problems().size();
    Optional<List<String>> names = names();
    Optional<List<String>> proxies =
        settings
            .addresses(Setting.PROXIES, "127.0.0.1")
            .map(addresses -> inLowerCase(Setting.PROXIES));
    Optional<Boolean> open = settings.trueOrFalse(Setting.OPEN_TO_NETWORK);
    Optional<Integer> idle = settings.wholeNumber(Setting.SESSION_IDLE, 1, 8_784);
    Optional<Integer> length = settings.wholeNumber(Setting.SESSION_LENGTH, 1, 366);
    Optional<Integer> audit = settings.wholeNumber(Setting.AUDIT, 1, 36_500);
    Optional<Integer> endedShares = settings.wholeNumber(Setting.ENDED_SHARES, 1, 36_500);
    Optional<OidcConfig> oidc = new BuildOidc(settings).build();
    if (settings.problems().size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessConfig(
            names.orElseThrow(),
            proxies.orElseThrow(),
            open.orElseThrow(),
            new SessionLimits(
                Duration.ofHours(idle.orElseThrow()), Duration.ofDays(length.orElseThrow())),
            Duration.ofDays(audit.orElseThrow()),
            Duration.ofDays(endedShares.orElseThrow()),
            oidc));
  }

  private Optional<List<String>> names() {
    List<String> names = inLowerCase(Setting.NAMES);
    return names.stream().allMatch(name -> NAME.matcher(name).matches())
        ? Optional.of(names)
        : settings.refuse(
            Setting.NAMES,
            "must be names or addresses of hosts without ports, with commas between them");
  }

  private List<String> inLowerCase(Setting setting) {
    return settings.listed(setting).stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
  }
}
