package org.shiftscope.server.config;

import java.util.List;
import java.util.Optional;
import org.shiftscope.storage.DatabaseAddress;

/**
 * Turns what is written of a database of PostgreSQL into its address, and reports what breaks its
 * law.
 *
 * @param settings as they were given
 */
record BuildDatabase(ReadSettings settings) {

  /** Empty where there is none, or a problem was reported. */
  Optional<DatabaseAddress> build() {
    String url = settings.written(Setting.DATABASE);
    if (url.isEmpty()) {
      for (Setting other : List.of(Setting.DATABASE_USER, Setting.DATABASE_PASSWORD_FILE)) {
        if (settings.optional(other).isPresent()) {
          settings.refuse(
              Setting.DATABASE, "must be the database's address where " + other.key() + " is set");
        }
      }
      return Optional.empty();
    }
    int before = settings.problems().size();
    Optional<String> password =
        settings
            .secret(Setting.DATABASE_PASSWORD_FILE, Setting.DATABASE_PASSWORD, "password")
            .map(String::strip);
    var address = new DatabaseAddress(url, settings.optional(Setting.DATABASE_USER), password);
    address.brokenLaw().ifPresent(law -> settings.refuse(Setting.DATABASE, law, address.shown()));
    return settings.problems().size() == before ? Optional.of(address) : Optional.empty();
  }
}
