package org.shiftscope.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.storage.DatabaseAddress;

/**
 * Turns what is written of a database of PostgreSQL into its address, and reports what breaks its
 * law.
 *
 * @param given a value for every setting
 * @param folder what relative paths start from
 * @param problems where problems are reported. Modified.
 */
record BuildDatabase(Map<Setting, GivenSetting> given, Path folder, List<ConfigProblem> problems) {

  /** Empty where there is none, or a problem was reported. */
  Optional<DatabaseAddress> build() {
    String url = written(Setting.DATABASE);
    if (url.isEmpty()) {
      for (Setting other : List.of(Setting.DATABASE_USER, Setting.DATABASE_PASSWORD_FILE)) {
        if (!written(other).isEmpty()) {
          refuse(
              Setting.DATABASE,
              "must be the database's address where " + other.key() + " is set",
              "");
        }
      }
      return Optional.empty();
    }
    int before = problems.size();
    var address = new DatabaseAddress(url, word(Setting.DATABASE_USER), password());
    address.brokenLaw().ifPresent(law -> refuse(Setting.DATABASE, law, address.shown()));
    return problems.size() == before ? Optional.of(address) : Optional.empty();
  }

  private Optional<String> password() {
    String named = written(Setting.DATABASE_PASSWORD_FILE);
    Optional<String> password = word(Setting.DATABASE_PASSWORD);
    if (named.isEmpty()) {
      return password;
    }
    if (password.isPresent()) {
      refuse(
          Setting.DATABASE_PASSWORD_FILE,
          "must be left out where database-password is set, too",
          named);
    }
    try {
      String held = Files.readString(folder.resolve(named)).strip();
      if (!held.isEmpty()) {
        return Optional.of(held);
      }
    } catch (IOException | InvalidPathException unreadable) {
      // Refused below, as an empty one is.
    }
    refuse(
        Setting.DATABASE_PASSWORD_FILE,
        "must be a file that can be read and holds the password",
        named);
    return Optional.empty();
  }

  private Optional<String> word(Setting setting) {
    return Optional.of(written(setting)).filter(each -> !each.isEmpty());
  }

  private String written(Setting setting) {
    return one(setting).value().strip();
  }

  private void refuse(Setting setting, String law, String value) {
    problems.add(new ConfigProblem(setting.key(), one(setting).source(), law, value));
  }

  private GivenSetting one(Setting setting) {
    GivenSetting one = given.get(setting);
    if (one == null) {
      throw new IllegalStateException("no value for " + setting);
    }
    return one;
  }
}
