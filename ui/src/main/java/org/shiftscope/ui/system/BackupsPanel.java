package org.shiftscope.ui.system;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.shared.Registration;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shiftscope.storage.Backup;
import org.shiftscope.storage.BackupUnderWay;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.VerifiedBackup;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.backup.BackupCancelled;
import org.shiftscope.ui.news.ReadAside;
import org.shiftscope.ui.observed.SystemReport.BackupPlan;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notify;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups of the record, for administrators: those that there are, and one more. What takes minutes
 * is done off the page's thread, goes on where the page is left, and is found again by the next.
 */
final class BackupsPanel extends Section {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(BackupsPanel.class);
  private static final int BETWEEN_LOOKS_MILLIS = 1_000;
  private static final Duration TOO_OLD = Duration.ofDays(2);

  private final transient Backups backups;
  private final transient BackupPlan plan;
  private final transient Clock clock;
  private final Paragraph standing = new Paragraph();
  private final Paragraph trouble = new Paragraph();
  private final Paragraph doing = new Paragraph();
  private final Button make = new Button("Back up now", click -> make());
  private final Button cancel = new Button("Cancel", click -> cancel());
  private final BackupTable table;
  private boolean asked;
  private boolean busy;

  private BackupsPanel(Backups backups, BackupPlan plan, Clock clock) {
    this.backups = backups;
    this.plan = plan;
    this.clock = clock;
    table = new BackupTable(clock, this::verify);
    addClassName("card");
    standing.setId("backups-standing");
    trouble.addClassName("problem");
    trouble.setVisible(false);
    doing.setId("backup-under-way");
    doing.setVisible(false);
    make.setId("back-up");
    cancel.setId("cancel-backup");
    cancel.setVisible(false);
    var line = new Div(make, doing, cancel);
    line.addClassNames("line", "backup-line");
    add(new H2("Backups"), standing, trouble, line, table);
  }

  /** Where none are made, it says how to change that. */
  static Component of(Optional<Backups> backups, Optional<BackupPlan> plan, Clock clock) {
    if (backups.isPresent() && plan.isPresent()) {
      return new BackupsPanel(backups.get(), plan.get(), clock);
    }
    var none =
        new Paragraph(
            "No backups are made, since the setting backup-folder is none. Take the setting away,"
                + " or name a folder by it, best on another disk, and start the server anew: then"
                + " one is made each night.");
    none.setId("backups-standing");
    var section = new Section(new H2("Backups"), none);
    section.addClassName("card");
    return section;
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    UI ui = attach.getUI();
    Registration looks = ui.addPollListener(poll -> look());
    addDetachListener(
        detach -> {
          detach.unregisterListener();
          looks.remove();
          ui.setPollInterval(-1);
        });
    list();
    look();
  }

  private void make() {
    start(
        () -> {
          Backup made = backups.make();
          return () -> Notify.done("Made a backup of " + FormatNumber.bytes(made.size()) + ".");
        });
  }

  private void verify(Backup backup) {
    start(
        () -> {
          Optional<VerifiedBackup> found = backups.verify(backup.name());
          return () -> tell(backup, found);
        });
  }

  private void cancel() {
    cancel.setEnabled(false);
    backups.cancel();
  }

  private static void tell(Backup backup, Optional<VerifiedBackup> found) {
    if (found.isEmpty()) {
      Notify.problem("The backup " + backup.name() + " is gone.");
    } else if (found.get().verdict().wrong().isEmpty()) {
      Notify.done("The backup " + backup.name() + " is whole.");
    } else {
      Notify.problem(
          "The backup "
              + backup.name()
              + " is damaged: the table says how. Make another one, and look at its disk.");
    }
  }

  /** What takes minutes: what came of it is told where the page is still open. */
  private void start(Supplier<Runnable> work) {
    UI ui = UI.getCurrent();
    asked = true;
    look();
    Supplier<Runnable> attempt = Asker.here(() -> attempt(work));
    Thread.ofVirtual()
        .name("backup")
        .start(
            () -> {
              Runnable told = attempt.get();
              try {
                ui.access(
                    () -> {
                      asked = false;
                      look();
                      told.run();
                    });
              } catch (UIDetachedException closed) {
                LOG.debug("The page was closed before its backup was done");
              }
            });
  }

  private static Runnable attempt(Supplier<Runnable> work) {
    try {
      return work.get();
    } catch (BackupCancelled cancelled) {
      return () -> Notify.done(cancelled.sentence());
    } catch (StorageUnavailable refused) {
      LOG.warn("{}", refused.getMessage());
      return () -> Notify.problem(refused.sentence());
    } catch (RuntimeException bug) {
      LOG.error("A backup could not be made or verified", bug);
      return () -> Notify.problem("That failed: " + bug + ". The server's log says more.");
    }
  }

  /** Shows what is under way, and looks again while something is. */
  private void look() {
    Optional<BackupUnderWay> now = backups.underWay();
    boolean was = busy;
    busy = asked || now.isPresent();
    doing.setText(now.map(this::say).orElse("Beginning …"));
    doing.setVisible(busy);
    cancel.setVisible(now.isPresent());
    cancel.setEnabled(cancel.isEnabled() || now.isEmpty());
    make.setEnabled(!busy);
    table.enable(!busy);
    getUI().ifPresent(ui -> ui.setPollInterval(busy ? BETWEEN_LOOKS_MILLIS : -1));
    if (was && !busy) {
      list();
    }
  }

  private String say(BackupUnderWay now) {
    String since = FormatTime.duration(Duration.between(now.since(), clock.instant()));
    return switch (now.step()) {
      case MAKING ->
          "Being made for "
              + since
              + ": "
              + FormatNumber.bytes(now.bytes())
              + " so far"
              + table
                  .newest()
                  .map(last -> ", of about " + FormatNumber.bytes(last.size()))
                  .orElse("")
              + ". Trials go on meanwhile.";
      case VERIFYING -> now.name() + " is being restored and looked at, for " + since + ".";
    };
  }

  private void list() {
    ReadAside.within(UI.getCurrent(), this::read, this::show);
  }

  private record Read(List<Backup> all, Optional<String> trouble) {}

  private Read read() {
    try {
      return new Read(backups.all(), Optional.empty());
    } catch (StorageUnavailable unreadable) {
      return new Read(List.of(), Optional.of(unreadable.sentence()));
    }
  }

  private void show(Read read) {
    table.show(read.all());
    trouble.setText(read.trouble().orElse(""));
    trouble.setVisible(read.trouble().isPresent());
    Optional<Duration> age =
        table.newest().map(last -> Duration.between(last.manifest().made(), clock.instant()));
    boolean old = age.filter(past -> past.compareTo(TOO_OLD) > 0).isPresent();
    standing.setClassName("problem", old);
    standing.setText(
        last() + (old ? " The server’s log says why none came since. " : " ") + said());
  }

  private String last() {
    return table
        .newest()
        .map(
            last ->
                "The last one was made "
                    + FormatTime.ago(last.manifest().made(), clock.instant(), clock.getZone())
                    + ".")
        .orElse("There is none yet.");
  }

  private String said() {
    return "One is made each night at "
        + plan.nightly()
        + " by the server’s clock, in "
        + plan.folder()
        + ". The last "
        + plan.kept()
        + " of those stay, and those that you make until you delete their files.";
  }
}
