package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Note;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.wording.EmptyState;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notify;
import org.shiftscope.ui.wording.RenderNote;
import tools.jackson.databind.JsonNode;

/** The note of an experiment: read, written, and every version that it had. */
@JsModule("./page/draft.ts")
final class NotesPanel extends Div {

  private static final long serialVersionUID = 1L;

  /** Asked here, where a person asks: what comes later comes from the server. */
  private final boolean mayChange = Asker.may(Role.RESEARCHER);

  private final transient Backend backend;
  private final transient ExperimentId id;
  private final transient Consumer<OptionalInt> choose;
  private final Div reading = new Div();
  private final Div writing = new Div();
  private transient @Nullable NoteEditor editor;
  private transient Note newest;
  private boolean asked;

  /** {@code choose}: called with the version to look at; empty for the newest. */
  NotesPanel(ExperimentId id, Backend backend, Consumer<OptionalInt> choose) {
    this.id = id;
    this.backend = backend;
    this.choose = choose;
    this.newest = backend.experiments().note(id);
    addClassNames("card", "notes");
    setId("notes");
    add(reading, writing);
  }

  /** While somebody writes, what others wrote meanwhile is said and no letter is touched. */
  void show(Snapshot snapshot, Selection selection) {
    newest = backend.experiments().note(id);
    goOnWriting();
    NoteEditor open = editor;
    if (open != null) {
      open.tell(newest);
      return;
    }
    boolean deleted = snapshot.experiment().summary().deleted().isPresent();
    Note shown =
        selection.noteVersion().stream()
            .boxed()
            .flatMap(version -> backend.experiments().note(id, version).stream())
            .findFirst()
            .orElse(newest);
    read(shown, deleted);
  }

  private void read(Note note, boolean deleted) {
    reading.removeAll();
    boolean old = note.version() != newest.version();
    if (old) {
      reading.add(oldVersion(note, deleted));
    }
    if (note.text().isBlank()) {
      reading.add(nothing(deleted));
    } else {
      if (!old && !deleted) {
        reading.add(edit("Edit the note"));
      }
      reading.add(new Html("<div class=\"note-text\">" + RenderNote.html(note.text()) + "</div>"));
    }
    if (newest.version() > 0) {
      reading.add(history(note));
    }
  }

  private EmptyState nothing(boolean deleted) {
    return deleted
        ? new EmptyState("No note", "Restore the experiment to write one.")
        : new EmptyState(
            "No note yet",
            "What did you want to know, and what did you see? Markdown; every version is kept.",
            edit("Write a note"));
  }

  private Button edit(String text) {
    var button = new Button(text, VaadinIcon.EDIT.create(), click -> write());
    button.setId("edit-note");
    button.setVisible(mayChange);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private Div oldVersion(Note note, boolean deleted) {
    var back = new Button("Show the newest", click -> choose.accept(OptionalInt.empty()));
    var restore = new Button("Restore this version", click -> restore(note));
    restore.setId("restore-note");
    restore.setVisible(mayChange && !deleted);
    back.addThemeVariants(ButtonVariant.LUMO_SMALL);
    restore.addThemeVariants(ButtonVariant.LUMO_SMALL);
    var line =
        new Div(
            new Paragraph("Version " + note.version() + " of " + newest.version() + "."),
            restore,
            back);
    line.addClassNames("note", "note-version");
    return line;
  }

  private void restore(Note old) {
    int before = newest.version();
    save(newest.version(), old.text())
        .ifPresent(
            now ->
                Notify.undoable(
                    "Version " + old.version() + " is the newest again.", () -> undo(now, before)));
  }

  /** What stood before comes as a version of its own: nothing is taken out of the history. */
  private void undo(Note restored, int before) {
    backend.experiments().note(id, before).ifPresent(note -> save(restored.version(), note.text()));
  }

  private Optional<Note> save(int begunWith, String text) {
    Optional<Note> saved = backend.experiments().writeNote(id, begunWith, text);
    saved.ifPresentOrElse(
        note -> {
          newest = note;
          choose.accept(OptionalInt.empty());
          read(note, false);
        },
        () -> Notify.problem("Somebody wrote meanwhile, or deleted it: look again."));
    return saved;
  }

  private Details history(Note shown) {
    var list = new OrderedList();
    list.addClassName("note-history");
    list.getElement().setAttribute("reversed", true);
    backend.experiments().noteVersions(id).forEach(version -> list.add(item(version, shown)));
    var history = new Details("History", list);
    history.setId("note-history");
    history.setOpened(shown.version() != newest.version());
    return history;
  }

  private ListItem item(Note.Version version, Note shown) {
    Clock clock = backend.clock();
    var button =
        new Button(
            "Version "
                + version.version()
                + " · "
                + FormatTime.ago(version.at(), clock.instant(), clock.getZone())
                + " · "
                + version.characters()
                + " characters",
            click ->
                choose.accept(
                    version.version() == newest.version()
                        ? OptionalInt.empty()
                        : OptionalInt.of(version.version())));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    button.setEnabled(version.version() != shown.version());
    return new ListItem(button);
  }

  private void write() {
    write(newest.version(), newest.text());
  }

  /** Where a text is left in the browser that was not saved, as by a reload, it is there again. */
  private void goOnWriting() {
    if (mayChange && !asked) {
      asked = true;
      getElement()
          .executeJs("return window.shiftscopeDraft.findNote($0)", id.value())
          .then(
              JsonNode.class,
              left -> {
                if (editor == null && left.has("text")) {
                  write(left.get("version").asInt(), left.get("text").asString());
                  Optional.ofNullable(editor).ifPresent(open -> open.tell(newest));
                  Notify.done("Your text is as you left it; it is not saved yet.");
                }
              });
    }
  }

  private void write(int begun, String text) {
    var open = new NoteEditor(id.value(), begun, text, this::saveWritten, this::stop);
    editor = open;
    reading.setVisible(false);
    writing.removeAll();
    writing.add(open);
    open.focus();
  }

  private void saveWritten(int begunWith, String text) {
    Optional<Note> saved = backend.experiments().writeNote(id, begunWith, text);
    if (saved.isPresent()) {
      newest = saved.get();
      stop();
    } else if (backend.experiments().summary(id).flatMap(now -> now.deleted()).isPresent()) {
      Notify.problem("The experiment is in the bin: restore it, then save. Your text stays here.");
    } else {
      Optional.ofNullable(editor).ifPresent(open -> open.tell(backend.experiments().note(id)));
    }
  }

  private void stop() {
    editor = null;
    getElement().executeJs("window.shiftscopeDraft.forgetNote($0)", id.value());
    writing.removeAll();
    reading.setVisible(true);
    read(newest, false);
  }
}
