package org.shiftscope.ui.kind.invariance;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.SourceTrial;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.form.Field;
import org.shiftscope.ui.form.NewField;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.Navigation;

/**
 * Chooses a finished trial from two lists: the experiment, then its trial. What is chosen stands in
 * the fields as their ids.
 */
final class ChooseTrial {

  private static final String OFFERED = "Its trials that have these points, by T, seed and split.";
  private static final String NOTHING_OFFERED = "Choose an experiment first.";

  private final ComboBox<String> experiment = new ComboBox<>();
  private final ComboBox<String> trial = new ComboBox<>();
  private final CheckableExperiments checkable = new CheckableExperiments();
  private Optional<CheckableTrials> trials = Optional.empty();

  ChooseTrial() {
    offerExperiments();
    trial.setItems(
        query -> trials(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    choose(SourceTrial.TO_BE_CHOSEN);
  }

  private void offerExperiments() {
    experiment.setItems(
        query ->
            checkable.read(
                experiments(), query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    experiment.setItemLabelGenerator(id -> isChosen(id) ? checkable.label(experiments(), id) : "");
    experiment.setPlaceholder("Title, dataset or id");
    experiment.addValueChangeListener(event -> chosen(event.getValue()));
    experiment.addAttachListener(
        event -> {
          if (!CheckableExperiments.any(experiments())) {
            experiment.setHelperComponent(nothingYet());
          }
        });
  }

  /** Null where a person has emptied the field. */
  private void chosen(@Nullable String id) {
    if (id == null) {
      experiment.setValue(SourceTrial.TO_BE_CHOSEN);
    } else {
      choose(id);
      trials("", 0, 1).findFirst().ifPresent(trial::setValue);
    }
  }

  /** Both, the experiment first. */
  List<Field> fields() {
    return List.of(
        NewField.listed(
            "subject.source.experiment",
            experiment,
            "Experiment",
            "Those with a trial that has its train and test points, the newest first. Type words of"
                + " a title, a dataset or an id."),
        NewField.listedNumber("subject.source.trial", trial, "Trial", NOTHING_OFFERED));
  }

  /** Offers the trials of an experiment. */
  private void choose(String id) {
    trials = isChosen(id) ? read(id) : Optional.empty();
    trial.setEnabled(isChosen(id));
    trial.setHelperText(isChosen(id) ? OFFERED : NOTHING_OFFERED);
    // Anew, so that what is chosen is told by the new experiment's temperatures and seeds.
    trial.setItemLabelGenerator(
        number -> isChosen(id) ? trials.map(known -> known.label(number)).orElse(number) : "");
  }

  private static Optional<CheckableTrials> read(String id) {
    return experiments()
        .spec(id)
        .map(spec -> new CheckableTrials(ExperimentId.parse(id).orElseThrow(), spec));
  }

  private Stream<String> trials(String text, int offset, int limit) {
    return trials.stream().flatMap(known -> known.read(experiments(), text, offset, limit));
  }

  private static boolean isChosen(String id) {
    return !id.equals(SourceTrial.TO_BE_CHOSEN);
  }

  /** What to do where there is no trial to choose. */
  private static Div nothingYet() {
    return new Div(
        new Text("No experiment has a trial with its train and test points yet. "),
        new Anchor(
            Navigation.NEW + "?" + Navigation.PRESET + "=" + Presets.all().getFirst().id(),
            "Launch the quick start"),
        new Text(", and choose one of its trials once that has finished."));
  }

  private static Experiments experiments() {
    return Backend.get().experiments();
  }
}
