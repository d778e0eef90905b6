package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.BiConsumer;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.Note;
import org.shiftscope.ui.wording.RenderNote;

/** Writes a note in Markdown, with its look beside it. */
final class NoteEditor extends Div {

  private static final long serialVersionUID = 1L;

  private final TextArea text = new TextArea("Note, in Markdown");
  private final Div preview = new Div();
  private final Div meanwhile = new Div();
  private final transient BiConsumer<Integer, String> save;
  private int begunWith;

  /**
   * Begins with a text upon a version; what is typed is kept in the browser, too.
   *
   * @param experiment its id
   * @param begun the version that it is written upon
   * @param start what stands there first
   * @param save called with the version that was begun with, and the text
   * @param stop called where nothing is to be saved
   */
  NoteEditor(
      String experiment, int begun, String start, BiConsumer<Integer, String> save, Runnable stop) {
    this.save = save;
    this.begunWith = begun;
    addClassName("note-editor");
    text.setId("note-text");
    text.setMaxLength(Note.LONGEST);
    text.setValue(start);
    text.getElement()
        .setAttribute("data-note", experiment)
        .setAttribute("data-version", Integer.toString(begun));
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(event -> showPreview());
    preview.addClassName("note-preview");
    meanwhile.setId("note-meanwhile");
    meanwhile.getElement().setAttribute("aria-live", "polite");
    meanwhile.addClassName("note");
    meanwhile.setVisible(false);
    var done = new Button("Save", click -> save());
    done.setId("save-note");
    done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    done.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
    done.setTooltipText("Ctrl+Enter");
    var buttons = new Div(done, new Button("Cancel", click -> stop.run()));
    buttons.addClassName("actions");
    var columns = new Div(text, preview);
    columns.addClassName("note-columns");
    add(meanwhile, columns, buttons);
    showPreview();
  }

  void focus() {
    text.focus();
  }

  /** Says what another wrote since this was begun; the own text stays as it is. */
  void tell(Note newest) {
    if (newest.version() == begunWith) {
      return;
    }
    meanwhile.removeAll();
    var take =
        new Button(
            "Save mine upon version " + newest.version(),
            click -> {
              begunWith = newest.version();
              meanwhile.setVisible(false);
              save();
            });
    take.setId("save-upon");
    take.addThemeVariants(ButtonVariant.LUMO_SMALL);
    meanwhile.add(
        new Paragraph(
            "Somebody wrote version "
                + newest.version()
                + " meanwhile; your text is kept here. Take over what you want of it, then save."),
        html(newest.text()),
        take);
    meanwhile.setVisible(true);
  }

  private void save() {
    text.setInvalid(false);
    try {
      save.accept(begunWith, text.getValue());
    } catch (InvalidSpec refused) {
      text.setErrorMessage(refused.getMessage());
      text.setInvalid(true);
    }
  }

  private void showPreview() {
    preview.removeAll();
    preview.add(new H2("Preview"), html(text.getValue()));
  }

  private static Html html(String markdown) {
    return new Html("<div class=\"note-text\">" + RenderNote.html(markdown) + "</div>");
  }
}
