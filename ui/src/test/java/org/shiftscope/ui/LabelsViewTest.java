package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.Browserless.byId;
import static org.shiftscope.ui.Browserless.text;
import static org.shiftscope.ui.Browserless.until;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentEdit;

/** Titles, tags, favourites, the archive and notes, as a person uses them. */
class LabelsViewTest extends PageStory {

  private Experiment experiment;

  @BeforeEach
  void open() {
    experiment = pages.experiments().submit(Planted.sweep("Before", List.of(0.01), 1));
  }

  private static void press(String text) {
    _click(_get(Button.class, spec -> spec.withText(text)));
  }

  private static String notes() {
    return _find(Html.class).stream().map(Html::getInnerHtml).collect(Collectors.joining());
  }

  private org.shiftscope.storage.Labels labels() {
    return pages.experiments().summary(experiment.id()).orElseThrow().labels();
  }

  @Test
  void titleAndTagsAreChangedInOneDialogAndOpenPagesFollow() {
    pages.visit("experiments/" + experiment.id());
    press("Edit title and tags");
    byId(TextField.class, "edit-title").setValue("");
    _click(byId(Button.class, "save-labels"));
    assertThat(byId(TextField.class, "edit-title").isInvalid()).isTrue();

    byId(TextField.class, "edit-title").setValue("After");
    byId(MultiSelectComboBox.class, "edit-tags").setValue(Set.of("Paper"));
    _click(byId(Button.class, "save-labels"));

    until(() -> _get(H1.class).getText().equals("After"));
    assertThat(text()).contains("paper");
    press("Undo");
    until(() -> _get(H1.class).getText().equals("Before"));
    assertThat(labels().tags()).isEmpty();
  }

  @Test
  void theListShowsTagsAndAStarAndFollows() {
    pages.visit("");
    pages.experiments().edit(experiment.id(), ExperimentEdit.tags(List.of("figure-2")));
    pages.experiments().edit(experiment.id(), ExperimentEdit.title("Renamed"));
    until(() -> text().contains("figure-2") && text().contains("Renamed"));
    _click(_get(Button.class, spec -> spec.withClasses("star")));
    assertThat(labels().favourite()).isTrue();
    pages.visit("?q=figure-2");
    assertThat(_find(ListItem.class)).hasSize(1);
  }

  @Test
  void whatIsArchivedIsInTheArchiveAndComesBack() {
    pages.visit("experiments/" + experiment.id());
    press("Archive");
    until(() -> _find(Button.class, spec -> spec.withText("Out of the archive")).size() == 1);
    pages.visit("");
    assertThat(_find(ListItem.class)).isEmpty();
    pages.visit("?archived=true");
    assertThat(_find(ListItem.class)).hasSize(1);
    pages.experiments().edit(experiment.id(), ExperimentEdit.archived(false));
    until(() -> text().contains("The archive is empty"));
  }

  @Test
  void aNoteIsWrittenShownAndRestoredFromItsHistory() {
    pages.visit("experiments/" + experiment.id() + "?tab=notes");
    assertThat(text()).contains("No note yet");
    press("Write a note");
    byId(TextArea.class, "note-text").setValue("**first**");
    _click(byId(Button.class, "save-note"));
    assertThat(notes()).contains("<strong>first</strong>");
    pages.experiments().writeNote(experiment.id(), 1, "second");
    until(() -> notes().contains("second"));

    pages.visit("experiments/" + experiment.id() + "?tab=notes&version=1");
    assertThat(notes()).contains("first").doesNotContain("second");
    assertThat(text()).contains("Version 1 of 2.");
    _click(byId(Button.class, "restore-note"));
    assertThat(pages.experiments().note(experiment.id()).text()).isEqualTo("**first**");
    assertThat(pages.experiments().noteVersions(experiment.id())).hasSize(3);
    press("Undo");
    assertThat(pages.experiments().note(experiment.id()).text()).isEqualTo("second");
  }

  @Test
  void whoWritesWhileAnotherSavesKeepsEveryLetterAndSeesBoth() {
    pages.visit("experiments/" + experiment.id() + "?tab=notes");
    press("Write a note");
    byId(TextArea.class, "note-text").setValue("mine");
    pages.experiments().writeNote(experiment.id(), 0, "theirs");
    _click(byId(Button.class, "save-note"));

    assertThat(text()).contains("Somebody wrote version 1 meanwhile; your text is kept here.");
    assertThat(notes()).contains("theirs");
    assertThat(byId(TextArea.class, "note-text").getValue()).isEqualTo("mine");
    assertThat(pages.experiments().note(experiment.id()).text()).isEqualTo("theirs");

    _click(byId(Button.class, "save-upon"));
    assertThat(pages.experiments().note(experiment.id()).text()).isEqualTo("mine");
    assertThat(pages.experiments().note(experiment.id(), 1).orElseThrow().text())
        .isEqualTo("theirs");
  }
}
