package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.shiftscope.storage.Backup;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.Recipient;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.backup.BackupCancelled;

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
    assertThat(Browserless.text()).containsPattern("Heavy one\\d+ kB");
  }

  @Test
  void whoOnlyReadsSeesNoPathAndNoRecipients() {
    new Asker("vera", Role.VIEWER, "session:x", "192.0.2.7")
        .ask(
            () -> {
              pages.visit("system");
              assertThat(Browserless.text())
                  .contains("a processor")
                  .doesNotContain("/where/data/is", "Notices", "Backups");
              return true;
            });
  }

  @Test
  void aBackupIsMadeVerifiedAndHandedOut() {
    pages.visit("system");
    assertThat(Browserless.text())
        .contains("There is none yet. One is made each night at 03:00", "The last 7 of those stay");

    _click(Browserless.byId(Button.class, "back-up"));
    Browserless.until(() -> Browserless.text().contains("The last one was made just now."));
    Backup made = pages.backups().last().orElseThrow();
    assertThat(Browserless.text()).contains("by hand", "0 experiments, 0 results", "schema");
    assertThat(_get(Anchor.class, spec -> spec.withText("Download")).getHref())
        .isEqualTo("api/backups/" + made.name());

    _click(_get(Button.class, spec -> spec.withText("Verify")));
    Browserless.until(() -> Browserless.text().contains("whole, "));
    assertThat(Browserless.byId(Button.class, "back-up").isEnabled()).isTrue();
    assertThat(notified()).anyMatch(said -> said.startsWith("Made a backup of"));
    pages.visit("learn");
    pages.visit("system");
    assertThat(Browserless.text()).contains("whole, ");
  }

  @Test
  void whatSomebodyElseBeganIsCancelled() {
    for (int i = 0; i < 20; i++) {
      pages.experiments().submit(Planted.sweep("Many", List.of(0.01), 1_000));
    }
    Backups backups = pages.backups();
    var making = CompletableFuture.supplyAsync(backups::make);
    while (backups.underWay().isEmpty()) {
      LockSupport.parkNanos(200_000);
    }
    pages.visit("system");
    assertThat(Browserless.text()).contains("Being made for");
    _click(Browserless.byId(Button.class, "cancel-backup"));
    assertThatThrownBy(making::join).hasRootCauseInstanceOf(BackupCancelled.class);
    assertThat(backups.all()).isEmpty();
  }

  @Test
  void withoutAFolderForBackupsItSaysHowToHaveThem() {
    pages.close();
    pages = new Browserless(folder, false);
    pages.visit("system");
    assertThat(Browserless.text())
        .contains("No backups are made, since the setting backup-folder is none.");
    assertThat(_find(Button.class, spec -> spec.withId("back-up"))).isEmpty();
  }

  @Test
  void aBackupThatCannotBeMadeSaysWhatToDo() throws Exception {
    Files.createFile(folder.resolve("backups"));
    pages.visit("system");
    _click(Browserless.byId(Button.class, "back-up"));
    Browserless.until(() -> Browserless.byId(Button.class, "back-up").isEnabled());
    assertThat(notified())
        .anyMatch(said -> said.contains("choose another folder by backup-folder"));
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

  private static List<String> notified() {
    return _find(Notification.class).stream()
        .map(Notification::getElement)
        .map(each -> each.getProperty("text", "") + each.getTextRecursively())
        .toList();
  }

  private static void add(String address) {
    Browserless.byId(TextField.class, "recipient-address").setValue(address);
    _click(Browserless.byId(Button.class, "add-recipient"));
  }
}
