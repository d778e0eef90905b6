package org.shiftscope.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.People;
import org.shiftscope.storage.accounts.SessionLimits;

/** Accounts of a storage of their own, and a time that is told. */
abstract class PeopleStory {

  static final String PASSWORD = "correct horse battery";

  static final SessionLimits LIMITS = new SessionLimits(Duration.ofHours(1), Duration.ofDays(1));

  @TempDir Path folder;

  Instant now = Instant.parse("2026-11-27T12:00:00Z");

  Storage storage;

  People people;

  abstract TriedDatabase database();

  @BeforeEach
  void open() {
    storage = Storage.open(database().in(folder.resolve("data")), new ToldClock(() -> now));
    people = storage.people();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  String administrator() {
    String link = people.passwords().setUp().secret().text();
    return people.passwords().byLink(link, "ada", PASSWORD);
  }

  void add(String name, String role) throws Exception {
    String link = as("ada", () -> people.accounts().add(name, role)).secret().text();
    people.passwords().byLink(link, "", PASSWORD);
  }

  String signIn(String name) {
    return people
        .sessions()
        .signIn(name, PASSWORD, Optional.of("a browser"), LIMITS)
        .orElseThrow()
        .text();
  }

  Optional<Asker> asker(String cookie) {
    return people.sessions().asker(cookie, "192.0.2.7", LIMITS, true);
  }

  <T> T as(String name, Callable<T> change) throws Exception {
    return asker(signIn(name)).orElseThrow().ask(change::call);
  }
}
