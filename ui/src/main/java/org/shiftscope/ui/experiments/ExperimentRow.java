package org.shiftscope.ui.experiments;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.util.List;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.ui.experiment.ChangeExperiment;
import org.shiftscope.ui.experiment.ChangeQueue;
import org.shiftscope.ui.experiment.FavouriteStar;
import org.shiftscope.ui.experiment.TagChips;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.ProgressLine;
import org.shiftscope.ui.wording.StateBadge;

/** One experiment in the list. Its parts stay while their content changes, so an open menu does. */
final class ExperimentRow extends ListItem {

  private static final long serialVersionUID = 1L;

  private final transient Clock clock;
  private final Div state = new Div();
  private final Span place = new Span();
  private final ProgressLine progress = new ProgressLine();
  private final Span submitted = new Span();
  private final RouterLink link;
  private final FavouriteStar star;
  private final TagChips tags = new TagChips();
  private final MenuItem archive;
  private final MenuItem edit;
  private final MenuItem more;
  private final MenuItem cancel;
  private final MenuItem pause;
  private final MenuItem resume;
  private final MenuItem front;
  private final MenuItem delete;
  private final MenuItem restore;
  private final MenuItem purge;
  private final boolean mayChange;
  private transient ExperimentSummary shown;

  ExperimentRow(
      ExperimentSummary experiment,
      Document<ExperimentSpec> spec,
      ChangeExperiment change,
      ChangeQueue queue,
      Clock clock,
      boolean mayChange) {
    this.clock = clock;
    this.mayChange = mayChange;
    this.shown = experiment;
    addClassName("experiment-row");
    setId("experiment-" + experiment.id());
    var menu = new MenuBar();
    menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
    menu.addClassName("row-menu");
    more = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    more.getSubMenu().addItem("Open", click -> Navigation.toExperiment(shown.id()));
    more.getSubMenu()
        .addItem("Clone into a new form", click -> cloneIntoForm())
        .setVisible(experiment.deleted().isEmpty() && spec.content().isPresent());
    more.getSubMenu()
        .addItem(
            "Compare with others", click -> Navigation.toComparison(List.of(shown.id().value())))
        .setVisible(experiment.deleted().isEmpty() && spec.content().isPresent());
    edit = more.getSubMenu().addItem("Edit title and tags", click -> change.editLabels(shown));
    archive = more.getSubMenu().addItem("Archive", click -> change.archive(shown));
    pause = more.getSubMenu().addItem("Pause", click -> queue.pause(shown));
    resume = more.getSubMenu().addItem("Resume", click -> queue.resume(shown));
    front = more.getSubMenu().addItem("Move to the front", click -> queue.toFront(shown));
    cancel = more.getSubMenu().addItem("Cancel", click -> change.cancel(shown));
    delete = more.getSubMenu().addItem("Delete", click -> change.delete(shown));
    restore = more.getSubMenu().addItem("Restore", click -> change.restore(shown));
    purge = more.getSubMenu().addItem("Purge", click -> change.purge(shown, () -> {}));
    state.addClassName("row-state");
    place.addClassNames("quiet", "row-place");
    place.setVisible(false);
    submitted.addClassName("row-submitted");
    link = Navigation.linkToExperiment(experiment.title(), experiment.id());
    link.addClassName("row-link");
    star = new FavouriteStar(wanted -> change.favour(shown, wanted));
    var trials = new Span(FormatNumber.whole(experiment.progress().trials()));
    trials.addClassName("row-trials");
    add(title(spec), state, progress, submitted, trials, menu);
    show(experiment);
  }

  /** Says its place in the line of the experiments that wait, from 0; below 0 it does not. */
  void sayPlace(int inLine) {
    int priority = shown.labels().queueing().priority();
    place.setVisible(inLine >= 0);
    place.setText(
        (inLine == 0 ? "next" : "no. " + (inLine + 1) + " in line")
            + (priority == 0 ? "" : ", priority " + priority));
  }

  void show(ExperimentSummary experiment) {
    shown = experiment;
    state.removeAll();
    state.add(StateBadge.of(experiment), place);
    progress.show(experiment);
    submitted.setText(FormatTime.ago(experiment.submitted(), clock.instant(), clock.getZone()));
    submitted.setTitle(FormatTime.exact(experiment.submitted(), clock.getZone()));
    boolean deleted = experiment.deleted().isPresent();
    link.setText(experiment.title());
    more.setAriaLabel("Actions for " + experiment.title());
    star.show(experiment.labels().favourite(), experiment.title());
    star.setVisible(!deleted);
    star.setEnabled(mayChange);
    tags.show(experiment.labels().tags());
    edit.setVisible(mayChange && !deleted);
    archive.setVisible(mayChange && !deleted);
    archive.setText(experiment.labels().archived().isPresent() ? "Out of the archive" : "Archive");
    boolean waits =
        experiment.state() == ExperimentState.QUEUED
            || experiment.state() == ExperimentState.RUNNING;
    pause.setVisible(mayChange && waits);
    resume.setVisible(mayChange && experiment.progress().paused() > 0);
    front.setVisible(mayChange && !experiment.state().ended());
    cancel.setVisible(mayChange && !deleted);
    cancel.setEnabled(!experiment.state().ended());
    delete.setVisible(mayChange && !deleted);
    delete.setEnabled(experiment.state().ended());
    restore.setVisible(mayChange && deleted);
    purge.setVisible(mayChange && deleted);
  }

  private Div title(Document<ExperimentSpec> spec) {
    var summary = new Span();
    switch (spec) {
      case Document.Readable<ExperimentSpec>(ExperimentSpec asked) -> {
        KindPage kind = KindPage.of(asked);
        Notation.show(summary, kind.words().line());
      }
      case Document.Unreadable<ExperimentSpec> unreadable ->
          summary.setText(unreadable.format() + " · " + unreadable.sentence());
    }
    summary.addClassName("quiet");
    var name = new Div(link, star);
    name.addClassName("row-name");
    var title = new Div(name, summary, tags);
    title.addClassName("row-title");
    return title;
  }

  private void cloneIntoForm() {
    Navigation.toClone(shown.id());
  }
}
