package org.shiftscope.ui.system;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shiftscope.storage.Backup;
import org.shiftscope.storage.VerifiedBackup;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.PlainTable;
import org.shiftscope.ui.wording.Words;

/** The backups that there are, the newest first, and what can be done with each. */
final class BackupTable extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Clock clock;
  private final transient Consumer<Backup> verify;
  private final PlainTable table =
      new PlainTable("Backups", "When", "Made", "Size", "Holds", "Version", "Verified", "");
  private final List<Button> buttons = new ArrayList<>();
  private transient List<Backup> shown = List.of();

  BackupTable(Clock clock, Consumer<Backup> verify) {
    this.clock = clock;
    this.verify = verify;
    addClassName("backup-table");
    add(table);
    table.setVisible(false);
  }

  /** Drawn anew only where something changed, so that a button keeps its focus. */
  void show(List<Backup> all) {
    if (!all.equals(shown)) {
      shown = List.copyOf(all);
      table.clear();
      buttons.clear();
      all.forEach(this::row);
      table.setVisible(!all.isEmpty());
    }
  }

  Optional<Backup> newest() {
    return shown.stream().findFirst();
  }

  /** Nothing is begun while something is under way. */
  void enable(boolean enabled) {
    buttons.forEach(button -> button.setEnabled(enabled));
  }

  private void row(Backup backup) {
    table.row(
        "backup-" + backup.name(),
        new Span(FormatTime.exact(backup.manifest().made(), clock.getZone())),
        new Span(backup.nightly() ? "by night" : "by hand"),
        new Span(FormatNumber.bytes(backup.size())),
        new Span(
            Words.count(backup.manifest().rows("experiment"), "experiment")
                + ", "
                + Words.count(backup.manifest().rows("result"), "result")),
        new Span(backup.manifest().software() + ", schema " + backup.manifest().schema()),
        verified(backup.verified()),
        actions(backup));
  }

  private Span verified(Optional<VerifiedBackup> verified) {
    var said = new Span();
    verified.ifPresent(
        found -> {
          List<String> wrong = found.verdict().wrong();
          String when = FormatTime.exact(found.at(), clock.getZone());
          said.setText(
              wrong.isEmpty()
                  ? "whole, " + when
                  : "damaged, " + when + ": " + String.join("; ", wrong));
          said.setClassName("problem", !wrong.isEmpty());
        });
    return said;
  }

  private Div actions(Backup backup) {
    var button = new Button("Verify", click -> verify.accept(backup));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel("Verify " + backup.name());
    buttons.add(button);
    var download = new Anchor("api/backups/" + backup.name(), "Download");
    download.addClassName("button-link");
    download.getElement().setAttribute("download", backup.name());
    download.getElement().setAttribute("aria-label", "Download " + backup.name());
    download.setRouterIgnore(true);
    return new Div(button, download);
  }
}
