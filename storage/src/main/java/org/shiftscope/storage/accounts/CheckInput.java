package org.shiftscope.storage.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.Problem;

/** The laws of what a person types for an account or a token. */
final class CheckInput {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,59}");
  private static final int LEAST_PASSWORD = 10;
  private static final int MOST_PASSWORD = 200;
  private static final int MOST_TITLE = 100;
  private static final int MOST_DAYS = 366;

  private CheckInput() {}

  /** A new account's name, in lower case. */
  static String name(String name) {
    String lower = lower(name);
    if (!NAME.matcher(lower).matches()) {
      throw refuse("name", "must be 2 to 60 letters, digits, dots, hyphens, underlines or @", name);
    }
    return lower;
  }

  /** A name as accounts have it, whatever was typed. */
  static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Long is what counts; nothing else is asked of it. Never told back. */
  static String password(String account, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST_PASSWORD || length > MOST_PASSWORD) {
      throw refuse(
          "password",
          "must have " + LEAST_PASSWORD + " to " + MOST_PASSWORD + " characters",
          length + " long");
    }
    if (lower(password).contains(account) || password.codePoints().distinct().count() < 5) {
      throw refuse("password", "must not be easy to guess, such as the name or one letter", "");
    }
    return password;
  }

  static Role role(String id) {
    return Named.find(Role.values(), id)
        .filter(role -> role != Role.NOBODY)
        .orElseThrow(
            () ->
                refuse(
                    "role",
                    "must be one of " + Named.ids(Role.ofAccounts().toArray(Role[]::new)),
                    id));
  }

  static Role scope(String id) {
    return Stream.of(Role.values())
        .filter(role -> role != Role.NOBODY && role.scope().equals(id))
        .findFirst()
        .orElseThrow(() -> refuse("scope", "must be one of " + Role.scopes(), id));
  }

  static String title(String title) {
    String stripped = title.strip();
    boolean control = stripped.chars().anyMatch(Character::isISOControl);
    if (stripped.isEmpty() || stripped.length() > MOST_TITLE || control) {
      throw refuse(
          "title", "must be 1 to " + MOST_TITLE + " characters that say what it is for", "");
    }
    return stripped;
  }

  static int days(int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw refuse("days", "must be a whole number from 1 to " + MOST_DAYS, Integer.toString(days));
    }
    return days;
  }

  /** What a column holds at most. */
  static String cut(Optional<String> text, int length) {
    String given = text.orElse("");
    return given.length() <= length ? given : given.substring(0, length);
  }

  private static InvalidSpec refuse(String field, String law, String value) {
    return InvalidSpec.of(List.of(new Problem(field, law, value)));
  }
}
