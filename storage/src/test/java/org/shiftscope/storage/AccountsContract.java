package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.accounts.AccountRefused;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.AuditEntry;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.storage.accounts.Role;

/** Who may do what, on whatever database. */
abstract class AccountsContract extends PeopleStory {

  @Test
  void theSetUpLinkMakesTheFirstAdministratorOnce() {
    String link = people.passwords().setUp().secret().text();
    assertThat(people.none()).isTrue();

    assertThat(people.passwords().byLink(link, "Ada", PASSWORD)).isEqualTo("ada");

    assertThat(people.none()).isFalse();
    assertThat(people.accounts().find("ADA").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
    assertThatThrownBy(() -> people.passwords().byLink(link, "eve", PASSWORD))
        .isInstanceOf(AccountRefused.class)
        .hasMessageContaining("does not hold any more");
  }

  @Test
  void aLinkEndsAfterADayAndWithTheNextOne() {
    String first = people.passwords().setUp().secret().text();
    String second = people.passwords().setUp().secret().text();
    assertThat(people.passwords().find(first)).isEmpty();
    assertThat(people.passwords().find(second)).isPresent();

    now = now.plus(Duration.ofHours(25));
    assertThat(people.passwords().find(second)).isEmpty();
  }

  @Test
  void whoSignsInIsKnownByTheCookieUntilTheyLeaveItAloneForTooLong() {
    String cookie = signIn(administrator());
    assertThat(asker(cookie)).isPresent();

    now = now.plus(Duration.ofMinutes(50));
    assertThat(asker(cookie)).as("used, so it lives on").isPresent();
    now = now.plus(Duration.ofMinutes(50));
    assertThat(asker(cookie)).isPresent();
    now = now.plus(Duration.ofMinutes(61));
    assertThat(asker(cookie)).as("idle for over an hour").isEmpty();
  }

  @Test
  void aSessionEndsAtItsLengthHoweverMuchItIsUsed() {
    String cookie = signIn(administrator());
    for (int i = 0; i < 47; i++) {
      now = now.plus(Duration.ofMinutes(30));
      assertThat(asker(cookie)).isPresent();
    }
    now = now.plus(Duration.ofMinutes(31));
    assertThat(asker(cookie)).isEmpty();
  }

  @Test
  void aSessionOutlivesARestart() {
    String cookie = signIn(administrator());
    storage.close();
    open();
    assertThat(asker(cookie).orElseThrow().name()).isEqualTo("ada");
  }

  @Test
  void aWrongPasswordAnUnknownNameAndADisabledAccountAreRefusedAlike() throws Exception {
    String admin = administrator();
    add("vera", "viewer");
    as(admin, () -> people.accounts().disable("vera", true));

    assertThat(people.sessions().signIn(admin, "wrong " + PASSWORD, Optional.empty(), LIMITS))
        .isEmpty();
    assertThat(people.sessions().signIn("nobody", PASSWORD, Optional.empty(), LIMITS)).isEmpty();
    assertThat(people.sessions().signIn("vera", PASSWORD, Optional.empty(), LIMITS)).isEmpty();
  }

  @Test
  void disablingEndsSessionsAndTokensAtOnce() throws Exception {
    String admin = administrator();
    add("rob", "researcher");
    String cookie = signIn("rob");
    Asker rob = asker(cookie).orElseThrow();
    String token = rob.ask(() -> people.tokens().make("script", "run", 7)).secret().text();
    assertThat(people.stands(rob)).isTrue();

    as(admin, () -> people.accounts().disable("rob", true));

    assertThat(asker(cookie)).isEmpty();
    assertThat(people.tokens().asker(token, "")).isEmpty();
    assertThat(people.stands(rob)).isFalse();
  }

  @Test
  void aViewerChangesNothingWhateverDoorTheyTry() throws Exception {
    administrator();
    add("vera", "viewer");
    Asker vera = asker(signIn("vera")).orElseThrow();
    ExperimentId id = storage.experiments().submit(Samples.spec("one", 1)).id();

    for (Callable<?> change :
        java.util.List.<Callable<?>>of(
            () -> storage.experiments().submit(Samples.spec("one", 1)),
            () -> storage.experiments().cancel(id),
            () -> storage.experiments().delete(id),
            () -> people.accounts().add("eve", "viewer"),
            () -> people.accounts().list(),
            () -> people.audit().list(Long.MAX_VALUE, 10),
            () -> people.tokens().make("mine", "run", 7))) {
      assertThatThrownBy(() -> vera.ask(change::call))
          .isInstanceOf(NotAllowed.class)
          .hasMessageContaining("vera is only a viewer");
    }
    assertThat(
            vera.<Optional<Experiment>, RuntimeException>ask(() -> storage.experiments().find(id)))
        .isPresent();
    vera.ask(() -> people.tokens().make("mine", "read", 7));
  }

  @Test
  void aTokenMayDoWhatItsScopeAndItsAccountMayBoth() throws Exception {
    administrator();
    add("rob", "researcher");
    Asker rob = asker(signIn("rob")).orElseThrow();
    String reads = rob.ask(() -> people.tokens().make("reads", "read", 7)).secret().text();
    String runs = rob.ask(() -> people.tokens().make("runs", "run", 7)).secret().text();
    assertThat(people.tokens().asker(reads, "").orElseThrow().role()).isEqualTo(Role.VIEWER);
    assertThat(people.tokens().asker(runs, "").orElseThrow().role()).isEqualTo(Role.RESEARCHER);

    as("ada", () -> people.accounts().role("rob", "viewer"));
    assertThat(people.tokens().asker(runs, "").orElseThrow().role()).isEqualTo(Role.VIEWER);

    Asker token = people.tokens().asker(runs, "").orElseThrow();
    assertThatThrownBy(() -> token.ask(() -> people.tokens().make("more", "read", 7)))
        .isInstanceOf(NotAllowed.class);
    now = now.plus(Duration.ofDays(8));
    assertThat(people.tokens().asker(runs, "")).as("expired").isEmpty();
  }

  @Test
  void theLastAdministratorStaysOne() throws Exception {
    String admin = administrator();
    as(admin, () -> people.accounts().add("second", "administrator"));

    for (Callable<?> change :
        java.util.List.<Callable<?>>of(
            () -> people.accounts().role(admin, "viewer"),
            () -> people.accounts().disable(admin, true),
            () -> {
              people.accounts().remove(admin);
              return true;
            })) {
      assertThatThrownBy(() -> as(admin, change))
          .as("the second has not chosen a password yet")
          .isInstanceOf(AccountRefused.class)
          .hasMessageContaining("last administrator");
    }
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() throws Exception {
    String admin = administrator();
    String here = signIn(admin);
    String there = signIn(admin);

    asker(here)
        .orElseThrow()
        .ask(
            () -> {
              people.passwords().change(PASSWORD, "another long one");
              return true;
            });

    assertThat(asker(here)).isPresent();
    assertThat(asker(there)).isEmpty();
    assertThat(people.sessions().signIn(admin, PASSWORD, Optional.empty(), LIMITS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "aaaaaaaaaaaaaa", "ada-ada-ada-1"})
  void aPasswordThatIsEasilyGuessedIsRefusedWithoutBeingToldBack(String password) {
    String link = people.passwords().setUp().secret().text();
    assertThatThrownBy(() -> people.passwords().byLink(link, "ada", password))
        .isInstanceOf(InvalidSpec.class)
        .hasMessageStartingWith("password must")
        .message()
        .doesNotContain(password);
  }

  @Test
  void theAuditLogTellsWhoDidWhatToWhatAndForgetsInTime() throws Exception {
    administrator();
    Asker ada = asker(signIn("ada")).orElseThrow();
    ExperimentId id = ada.ask(() -> storage.experiments().submit(Samples.spec("one", 1)).id());
    ada.ask(() -> storage.experiments().cancel(id));
    ada.ask(() -> storage.experiments().delete(id));
    assertThatThrownBy(() -> ada.ask(() -> people.accounts().add("no name", "viewer")));

    assertThat(ada.ask(() -> people.audit().list(Long.MAX_VALUE, 10)))
        .filteredOn(entry -> entry.subject().equals(id.value()))
        .extracting(AuditEntry::account, AuditEntry::address, AuditEntry::action)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("ada", "192.0.2.7", "delete"),
            org.assertj.core.api.Assertions.tuple("ada", "192.0.2.7", "cancel"),
            org.assertj.core.api.Assertions.tuple("ada", "192.0.2.7", "submit"));

    now = now.plus(Duration.ofDays(31));
    people.forget(Duration.ofDays(30));
    assertThat(people.audit().list(Long.MAX_VALUE, 10)).isEmpty();
  }
}
