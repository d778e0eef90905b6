package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.accounts.SessionLimits;

/** The pages of accounts, without a browser. */
final class AccountsViewTest extends PageStory {

  private static final String PASSWORD = "correct horse battery";

  @Test
  void whereNobodyHasAnAccountEachPageSaysSoAndOffersOne() {
    pages.visit("learn");
    assertThat(Browserless.byId(Aside.class, "open-to-everybody").getElement().getTextRecursively())
        .contains("Open to everybody on this machine: nobody has an account.", "Add an account");
  }

  @Test
  void aNameThatBreaksItsLawIsToldAtItsFieldAndASoundOneGetsALink() {
    pages.visit("accounts");
    add("no name");
    TextField name = Browserless.byId(TextField.class, "account-name");
    assertThat(name.isInvalid()).isTrue();
    assertThat(name.getErrorMessage()).startsWith("name must be 2 to 60 letters");
    assertThat(name.getValue()).as("nothing is lost").isEqualTo("no name");

    add("Ada");
    assertThat(name.isInvalid()).isFalse();
    assertThat(Browserless.text()).contains("Give this link to ada", "invited");
  }

  @Test
  @SuppressWarnings("unchecked")
  void theLastAdministratorsRoleIsShownAsItStaysAndTheRefusalIsTold() {
    administrator();
    pages.visit("accounts");
    Select<Role> role =
        _find(Select.class).stream()
            .filter(select -> select.getId().isEmpty())
            .findFirst()
            .orElseThrow();
    role.setValue(Role.VIEWER);

    assertThat(pages.people().accounts().find("ada").orElseThrow().role())
        .isEqualTo(Role.ADMINISTRATOR);
    assertThat(_get(Notification.class).getElement().getTextRecursively())
        .contains("last administrator");
  }

  @Test
  void aViewerSeesNoAccountsAndCannotLaunch() {
    administrator();
    Asker vera = new Asker("vera", Role.VIEWER, "session:none", "192.0.2.7");
    vera.ask(
        () -> {
          pages.visit("accounts");
          assertThat(Browserless.text())
              .contains("This page is not for you", "vera is only a viewer");
          pages.visit("new");
          assertThat(Browserless.byId(Button.class, "launch").isEnabled()).isFalse();
          return true;
        });
  }

  @Test
  void aTokenIsShownOnceAndCanBeRevoked() {
    Asker ada = administrator();
    ada.ask(
        () -> {
          pages.visit("account");
          Browserless.byId(TextField.class, "token-title").setValue("a script");
          _click(Browserless.byId(Button.class, "make-token"));
          assertThat(Browserless.byId(TextField.class, "token").getValue())
              .matches("shiftscope_[\\w-]{43}");
          pages.visit("learn");
          pages.visit("account");
          assertThat(_find(TextField.class, spec -> spec.withId("token"))).isEmpty();
          assertThat(Browserless.text()).contains("a script", "read");
          _click(_get(Button.class, spec -> spec.withText("Revoke")));
          assertThat(pages.people().tokens().list()).isEmpty();
          return true;
        });
  }

  private static void add(String name) {
    Browserless.byId(TextField.class, "account-name").setValue(name);
    _click(Browserless.byId(Button.class, "add-account"));
  }

  private Asker administrator() {
    var people = pages.people();
    String link = people.passwords().setUp().secret().text();
    people.passwords().byLink(link, "ada", PASSWORD);
    var limits = new SessionLimits(Duration.ofHours(1), Duration.ofDays(1));
    String cookie =
        people.sessions().signIn("ada", PASSWORD, Optional.empty(), limits).orElseThrow().text();
    return people.sessions().asker(cookie, "192.0.2.7", limits, true).orElseThrow();
  }
}
