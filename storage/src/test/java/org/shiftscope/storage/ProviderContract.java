package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.storage.accounts.AccountRefused;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.AuditEntry;
import org.shiftscope.storage.accounts.Identities;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.accounts.Vouched;

/** Who is who where an OpenID provider vouches for them, on whatever database. */
abstract class ProviderContract extends PeopleStory {

  private static final String ISSUER = "https://sso.example.org";

  @Test
  void whoAProviderVouchesForIsKnownByTheirNumberThereAndNotByTheirName() throws Exception {
    String admin = administrator();
    assertThat(enter("1", "vera", Role.VIEWER).refusal()).contains("Nobody here is called vera");
    as(admin, () -> people.accounts().add("vera", "viewer"));
    String cookie = enter("1", "Vera", Role.RESEARCHER).cookie().orElseThrow().text();
    assertThat(asker(cookie).orElseThrow().role()).isEqualTo(Role.RESEARCHER);
    assertThat(people.accounts().find("vera").orElseThrow().invited()).isFalse();

    assertThat(enter("2", "vera", Role.ADMINISTRATOR).refusal()).contains("an account named vera");
    assertThat(enter("3", admin, Role.ADMINISTRATOR).refusal()).contains("an account named ada");
    assertThat(enter("4", "Vera L.", Role.VIEWER).refusal())
        .contains("cannot be an account's name");
    assertThat(enter("1", "renamed", Role.VIEWER).cookie()).isPresent();
    assertThat(asker(cookie).orElseThrow())
        .extracting(Asker::name, Asker::role)
        .containsExactly("vera", Role.VIEWER);

    as(admin, () -> people.accounts().disable("vera", true));
    assertThat(enter("1", "vera", Role.VIEWER).refusal()).contains("disabled");
    as(admin, () -> people.accounts().disable("vera", false));
    assertThat(enter("1", "vera", Role.NOBODY).refusal()).contains("none of the groups");
    assertThat(people.audit().list(Long.MAX_VALUE, 100))
        .extracting(AuditEntry::action)
        .contains("account-linked", "role-given", "sign-in-refused", "signed-in");
  }

  @Test
  void theFirstByAProviderIsAnAdministratorAndTheLastStaysOne() {
    var vouched = new Vouched(ISSUER, "1", "ada", Role.VIEWER, true);
    assertThat(people.identities().signIn(vouched, true, Optional.empty(), LIMITS).refusal())
        .contains("the first must be an administrator's");
    assertThat(people.none()).isTrue();
    var first = new Vouched(ISSUER, "1", "ada", Role.ADMINISTRATOR, true);
    assertThat(people.identities().signIn(first, true, Optional.empty(), LIMITS).cookie())
        .isPresent();
    assertThat(people.none()).isFalse();

    for (Role less : new Role[] {Role.VIEWER, Role.NOBODY}) {
      assertThat(enter("1", "ada", less).cookie()).isPresent();
      assertThat(people.accounts().find("ada").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
    }
  }

  @Test
  void whoComesInByAProviderEndsTheLinksByWhichOthersCould() throws Exception {
    String setUp = people.passwords().setUp().secret().text();
    var first = new Vouched(ISSUER, "1", "ada", Role.ADMINISTRATOR, true);
    String ada =
        people
            .identities()
            .signIn(first, true, Optional.empty(), LIMITS)
            .cookie()
            .orElseThrow()
            .text();
    assertThat(people.passwords().find(setUp)).isEmpty();

    Asker administrator = asker(ada).orElseThrow();
    String link = administrator.ask(() -> people.accounts().add("vera", "viewer")).secret().text();
    assertThat(people.passwords().find(link)).isPresent();
    assertThat(enter("2", "vera", Role.VIEWER).cookie()).isPresent();
    assertThat(people.passwords().find(link)).isEmpty();
  }

  @Test
  void whoIsUnlinkedIsLinkedAnewByTheNextSignIn() throws Exception {
    String admin = administrator();
    as(admin, () -> people.accounts().add("vera", "viewer"));
    String cookie = enter("old", "vera", Role.VIEWER).cookie().orElseThrow().text();
    assertThat(enter("new", "vera", Role.VIEWER).refusal()).contains("an account named vera");

    assertThat(as(admin, () -> people.accounts().unlink("vera")).invited()).isTrue();

    assertThat(asker(cookie)).isEmpty();
    assertThat(enter("new", "vera", Role.VIEWER).cookie()).isPresent();
    assertThat(enter("old", "vera", Role.VIEWER).refusal()).contains("an account named vera");
    assertThatThrownBy(() -> as(admin, () -> people.accounts().unlink(admin)))
        .isInstanceOf(AccountRefused.class)
        .hasMessageContaining("linked with no OpenID provider");
  }

  @Test
  void theLastAdministratorIsNotUnlinkedWithoutAPassword() {
    var first = new Vouched(ISSUER, "1", "ada", Role.ADMINISTRATOR, true);
    assertThat(people.identities().signIn(first, true, Optional.empty(), LIMITS).cookie())
        .isPresent();
    assertThatThrownBy(() -> people.accounts().unlink("ada"))
        .isInstanceOf(AccountRefused.class)
        .hasMessageContaining("last administrator");
    assertThat(enter("1", "ada", Role.ADMINISTRATOR).cookie()).as("nothing was done").isPresent();
  }

  private Identities.Entry enter(String subject, String name, Role role) {
    return Asker.nobody("192.0.2.7")
        .ask(
            () ->
                people
                    .identities()
                    .signIn(
                        new Vouched(ISSUER, subject, name, role, true),
                        false,
                        Optional.of("a browser"),
                        LIMITS));
  }
}
