package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.storage.Recipient;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;

/** The page of the server itself, without a browser. */
final class SystemViewTest extends PageStory {

  @Test
  void itShowsWhatThereIsAndFollowsWhatHappens() {
    pages.visit("system");
    assertThat(Browserless.text())
        .contains("up for 3 h", "cpu", "a processor", "No trial runs.", "H2 2.", "schema")
        .contains("No experiment has results yet.")
        .contains("Disk of /where/data/is");

    pages.experiments().submit(Planted.sweep("waits", List.of(0.01), 5));

    Browserless.until(() -> Browserless.text().matches("(?s).*a processor205.*"));
    _click(Browserless.byId(Button.class, "pause-cpu"));
    assertThat(Browserless.text()).contains("a processor20, paused5");
    assertThat(pages.experiments().control().lanes().getFirst().paused()).isPresent();
    _click(Browserless.byId(Button.class, "pause-cpu"));
    assertThat(Browserless.text()).doesNotContain("paused");
  }

  @Test
  void itHasTheExperimentsThatTakeTheMostOfTheDisk() {
    pages.run(
        Planted.sweep("Heavy one", List.of(0.01), 2), (spec, trial, watch) -> Planted.diverged());
    pages.visit("system");
    assertThat(Browserless.text()).contains("Heavy oneless than 1 MB");
  }

  @Test
  void whoOnlyReadsSeesNoPathAndNoRecipients() {
    new Asker("vera", Role.VIEWER, "session:x", "192.0.2.7")
        .ask(
            () -> {
              pages.visit("system");
              assertThat(Browserless.text())
                  .contains("a processor")
                  .doesNotContain("/where/data/is", "Notices");
              return true;
            });
  }

  @Test
  void aRecipientIsAddedWithASecretThatIsShownOnceAndTurnedOff() {
    pages.visit("system");
    add("lab");
    TextField address = Browserless.byId(TextField.class, "recipient-address");
    assertThat(address.isInvalid()).isTrue();
    assertThat(address.getErrorMessage()).startsWith("address must be https://");

    add("https://lab.example.org/hook");
    assertThat(Browserless.byId(TextField.class, "recipient-secret").getValue())
        .startsWith("whsec_");
    assertThat(Browserless.text()).contains("https://lab.example.org/hook", "finished, failed");
    _click(_get(Button.class, spec -> spec.withText("Turn off")));
    assertThat(pages.notices().recipients()).noneMatch(Recipient::enabled);
    assertThat(_find(Button.class, spec -> spec.withText("Turn on"))).hasSize(1);
    pages.visit("learn");
    pages.visit("system");
    assertThat(_find(TextField.class, spec -> spec.withId("recipient-secret"))).isEmpty();
  }

  private static void add(String address) {
    Browserless.byId(TextField.class, "recipient-address").setValue(address);
    _click(Browserless.byId(Button.class, "add-recipient"));
  }
}
