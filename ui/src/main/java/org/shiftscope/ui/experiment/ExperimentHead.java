package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.shares.ShareButton;
import org.shiftscope.ui.sharing.WhatIsShared;
import org.shiftscope.ui.wording.CopyButton;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.ProgressLine;
import org.shiftscope.ui.wording.StateBadge;

/** What stands above the results: what it is, how far it is, and what can be done with it. */
final class ExperimentHead extends Header {

  private static final long serialVersionUID = 1L;

  private final transient Clock clock;
  private final Div state = new Div();
  private final ProgressLine progress = new ProgressLine();
  private final Span times = new Span();
  private final H1 title = new H1();
  private final FavouriteStar star;
  private final TagChips tags = new TagChips();
  private final Button edit;
  private final Button archive;
  private final Button cancel;
  private final Button pause;
  private final Button resume;
  private final Button queue;
  private final Button retry;
  private final Button retryFailed;
  private final Button delete;
  private final Button restore;
  private final Button purge;
  private final Button clone;
  private final Button again;
  private final Button claims;
  private final Button compare;
  private final ShareButton share;
  private final boolean readable;

  /** Asked here, where a person asks: what comes later comes from the server. */
  private final boolean mayChange = Asker.may(Role.RESEARCHER);

  private transient ExperimentSummary shown;

  /** {@code seen}: what the page shows now. */
  ExperimentHead(Experiment experiment, Backend backend, Supplier<Selection> seen) {
    var change = new ChangeExperiment(backend.experiments());
    var queueing = new ChangeQueue(backend.experiments());
    this.clock = backend.clock();
    this.shown = experiment.summary();
    this.readable = experiment.spec().isPresent();
    addClassName("experiment-head");
    star = new FavouriteStar(wanted -> change.favour(shown, wanted));
    edit = button("Edit title and tags", VaadinIcon.EDIT, () -> change.editLabels(shown));
    archive = button("Archive", VaadinIcon.ARCHIVE, () -> change.archive(shown));
    cancel = button("Cancel", VaadinIcon.STOP, () -> change.cancel(shown));
    pause = button("Pause", VaadinIcon.PAUSE, () -> queueing.pause(shown));
    pause.setId("pause-experiment");
    resume = button("Resume", VaadinIcon.PLAY, () -> queueing.resume(shown));
    resume.setId("resume-experiment");
    queue = button("Priority", VaadinIcon.SORT, () -> queueing.ask(shown, backend.host().limits()));
    queue.setId("edit-queueing");
    retryFailed = button("Retry failed", VaadinIcon.REFRESH, () -> queueing.retryFailed(shown));
    retryFailed.setId("retry-failed");
    retry = button("Retry", VaadinIcon.REFRESH, () -> change.retry(shown));
    delete = button("Delete", VaadinIcon.TRASH, () -> deleteAndLeave(change));
    restore = button("Restore", VaadinIcon.ROTATE_LEFT, () -> change.restore(shown));
    purge = button("Purge", VaadinIcon.TRASH, () -> change.purge(shown, ExperimentHead::toTheList));
    clone = button("Clone", VaadinIcon.COPY_O, () -> cloneIntoForm());
    again = button("Run again", VaadinIcon.REPLY_ALL, () -> change.again(shown, backend));
    again.setId("run-again");
    claims =
        button(
            "Judge claims",
            VaadinIcon.SCALE,
            () -> Navigation.toClaims(List.of(shown.id().value())));
    compare =
        button(
            "Compare",
            VaadinIcon.SPLIT_H,
            () -> Navigation.toComparison(List.of(shown.id().value())));
    share =
        new ShareButton(
            backend.share(),
            () ->
                WhatIsShared.experiment(
                    shown.id().value(), seen.get().include(), seen.get().scatter()));
    times.addClassName("quiet");
    progress.setId("progress");
    state.setId("state");
    var titleLine = new Div(star, title, state);
    titleLine.addClassName("title-line");
    var summary = new Paragraph();
    Notation.show(
        summary,
        experiment
                .spec()
                .map(KindPage::of)
                .map(kind -> kind.words().line())
                .orElse(experiment.summary().kind())
            + " · ");
    summary.addClassName("quiet");
    summary.add(times);
    add(titleLine, summary, tags, progress, actions());
  }

  void show(ExperimentSummary experiment) {
    shown = experiment;
    state.removeAll();
    state.add(StateBadge.of(experiment));
    progress.show(experiment);
    progress.setVisible(experiment.state() != ExperimentState.FINISHED);
    times.setText(times(experiment));
    times.setTitle(FormatTime.exact(experiment.submitted(), clock.getZone()));
    boolean deleted = experiment.deleted().isPresent();
    title.setText(experiment.title());
    star.show(experiment.labels().favourite(), experiment.title());
    star.setEnabled(mayChange && !deleted);
    tags.show(experiment.labels().tags());
    edit.setVisible(mayChange && !deleted);
    archive.setVisible(mayChange && !deleted);
    archive.setText(experiment.labels().archived().isPresent() ? "Out of the archive" : "Archive");
    cancel.setVisible(mayChange && !experiment.state().ended());
    boolean waits =
        experiment.state() == ExperimentState.QUEUED
            || experiment.state() == ExperimentState.RUNNING;
    pause.setVisible(mayChange && waits);
    resume.setVisible(mayChange && experiment.progress().paused() > 0);
    queue.setVisible(mayChange && !deleted && experiment.state() != ExperimentState.FINISHED);
    retryFailed.setVisible(
        mayChange
            && !deleted
            && experiment.progress().failed() > 0
            && experiment.state() != ExperimentState.FAILED);
    retry.setVisible(
        mayChange
            && !deleted
            && (experiment.state() == ExperimentState.FAILED
                || experiment.state() == ExperimentState.CANCELLED));
    delete.setVisible(mayChange && !deleted && experiment.state().ended());
    restore.setVisible(mayChange && deleted);
    purge.setVisible(mayChange && deleted);
    clone.setVisible(!deleted && readable);
    again.setVisible(mayChange && !deleted && readable && experiment.state().ended());
    claims.setVisible(!deleted && readable);
    compare.setVisible(!deleted && readable);
    share.setVisible(mayChange && !deleted && readable);
  }

  private String times(ExperimentSummary experiment) {
    String submitted =
        "submitted " + FormatTime.ago(experiment.submitted(), clock.instant(), clock.getZone());
    int priority = experiment.labels().queueing().priority();
    return submitted
        + (priority == 0 ? "" : ", priority " + priority)
        + experiment
            .started()
            .flatMap(start -> experiment.ended().map(end -> Duration.between(start, end)))
            .map(took -> ", took " + FormatTime.duration(took))
            .orElse("");
  }

  private void cloneIntoForm() {
    Navigation.toClone(shown.id());
  }

  private Div actions() {
    var link = new CopyButton("Copy link", VaadinIcon.LINK, "location.href");
    String api = "api/experiments/" + shown.id();
    var actions =
        new Div(
            pause,
            resume,
            cancel,
            retry,
            retryFailed,
            queue,
            clone,
            again,
            claims,
            compare,
            share,
            link,
            edit,
            archive,
            download("Results (JSON)", api + "/results", shown.id() + "-results.json"),
            delete,
            restore,
            purge);
    actions.addClassName("actions");
    return actions;
  }

  private static Anchor download(String text, String address, String fileName) {
    var anchor = new Anchor(address);
    anchor.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span(text));
    anchor.addClassName("button-link");
    anchor.getElement().setAttribute("download", fileName);
    anchor.setRouterIgnore(true);
    return anchor;
  }

  private static Button button(String text, VaadinIcon icon, Runnable action) {
    var button = new Button(text, icon.create(), click -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void deleteAndLeave(ChangeExperiment change) {
    if (change.delete(shown)) {
      toTheList();
    }
  }

  private static void toTheList() {
    Navigation.toExperiments();
  }
}
