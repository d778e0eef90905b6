package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.ExperimentEdit;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Tags;

/** Asks for the title and the tags of an experiment; tags that others have are offered. */
final class LabelsDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final TextField title = new TextField("Title");
  private final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>("Tags");
  private final transient ExperimentSummary experiment;
  private final transient BiConsumer<ExperimentSummary, ExperimentEdit> save;

  /** {@code save}: called with what is to be otherwise, once it breaks no law. */
  LabelsDialog(
      Experiments experiments,
      ExperimentSummary experiment,
      BiConsumer<ExperimentSummary, ExperimentEdit> save) {
    this.experiment = experiment;
    this.save = save;
    setHeaderTitle("Title and tags");
    addClassName("labels-dialog");
    title.setId("edit-title");
    title.setValue(experiment.title());
    title.addKeyPressListener(Key.ENTER, press -> save());
    tags.setId("edit-tags");
    tags.setHelperText("Letters, digits and - _ . / alone. Type a new one and press Enter.");
    tags.setAllowCustomValue(true);
    offer(experiments.tags().sequencedKeySet().stream().toList(), experiment.labels().tags());
    tags.addCustomValueSetListener(event -> choose(event.getDetail()));
    add(fields());
    var done = new Button("Save", click -> save());
    done.setId("save-labels");
    done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), done);
  }

  private Div fields() {
    var fields = new Div(title, tags);
    fields.addClassName("labels-fields");
    return fields;
  }

  private void offer(List<String> known, List<String> chosen) {
    tags.setItems(Stream.concat(known.stream(), chosen.stream()).distinct().toList());
    tags.setValue(new LinkedHashSet<>(chosen));
  }

  private void choose(String typed) {
    String tag = Tags.normalised(typed);
    Set<String> chosen = new LinkedHashSet<>(tags.getValue());
    chosen.add(tag);
    offer(tags.getListDataView().getItems().toList(), List.copyOf(chosen));
  }

  private void save() {
    title.setInvalid(false);
    tags.setInvalid(false);
    try {
      var edit =
          new ExperimentEdit(
              Optional.of(title.getValue()),
              Optional.of(List.copyOf(tags.getValue())),
              Optional.empty(),
              Optional.empty());
      close();
      save.accept(experiment, edit);
    } catch (InvalidSpec refused) {
      refused.problems().forEach(this::show);
    }
  }

  private void show(Problem problem) {
    if (problem.field().equals("title")) {
      title.setErrorMessage(problem.message());
      title.setInvalid(true);
    } else {
      tags.setErrorMessage(problem.message());
      tags.setInvalid(true);
    }
  }
}
