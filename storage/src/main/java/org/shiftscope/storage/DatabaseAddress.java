package org.shiftscope.storage;

import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where a database of PostgreSQL is, and as whom it is opened.
 *
 * @param url as the driver reads it, without user and password: {@code
 *     jdbc:postgresql://host:5432/name}, with parameters such as {@code ?sslmode=verify-full} or
 *     {@code ?currentSchema=lab}
 * @param user the role; where there is none, the driver takes the name of the process's user
 * @param password what the role shows; none where the server asks for none
 */
public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {

  /** What is wrong with it; empty where nothing is. */
  public Optional<String> brokenLaw() {
    Properties named = Driver.parseURL(url, null);
    if (named == null) {
      return Optional.of(
          "must be an address of PostgreSQL, such as jdbc:postgresql://localhost:5432/shiftscope");
    }
    return url.matches(".*[?&](user|password)=.*")
        ? Optional.of(
            "must have neither user nor password in it, which stand in database-user and"
                + " database-password-file")
        : Optional.empty();
  }

  /** What of it people may see: its parameters may hold secrets. */
  public String shown() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user.map(name -> name + " at ").orElse("") + shown();
  }
}
