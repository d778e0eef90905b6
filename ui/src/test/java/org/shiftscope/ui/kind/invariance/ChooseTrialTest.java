package org.shiftscope.ui.kind.invariance;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.Browserless.byId;
import static org.shiftscope.ui.Browserless.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.SourceTrial;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.Browserless;
import org.shiftscope.ui.Planted;

/** The trial of a check is chosen from what is stored. */
class ChooseTrialTest {

  private static final String FORM = "new?preset=invariance-of-a-trial";

  @TempDir private Path folder;
  private Browserless pages;

  @BeforeEach
  void open() {
    pages = new Browserless(folder);
  }

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void whereNoTrialCanBeCheckedTheFormSaysWhatToDo() {
    pages.experiments().submit(sweep("Waits"));
    pages.run(sweep("Hot"), (spec, trial, watch) -> Planted.diverged());
    pages.visit(FORM);
    assertThat(text()).contains("No experiment has a trial", "Launch the quick start");
    assertThat(offered(experiment(), "")).isEmpty();
    assertThat(trial().isEnabled()).isFalse();
    assertThat(experiment().isInvalid()).isTrue();
    assertThat(experiment().getErrorMessage()).startsWith("Must be chosen");
  }

  @Test
  void onlyExperimentsWithSuchATrialAreOfferedTheNewestFirst() {
    Experiment old = pages.run(sweep("Old"), ChooseTrialTest::everySecond);
    Experiment young = pages.run(sweep("Young"), ChooseTrialTest::everySecond);
    pages.run(sweep("Hot"), (spec, trial, watch) -> Planted.diverged());
    Experiment gone = pages.run(sweep("Gone"), ChooseTrialTest::everySecond);
    pages.experiments().delete(gone.id());
    pages.experiments().submit(sweep("Waits"));
    pages.experiments().submit(landscape());
    pages.visit(FORM);
    assertThat(text()).doesNotContain("No experiment has a trial");
    assertThat(offered(experiment(), "")).containsExactly(young.id().value(), old.id().value());
    assertThat(offered(experiment(), "old")).containsExactly(old.id().value());
    assertThat(offered(experiment(), "Old · " + old.id())).containsExactly(old.id().value());
    assertThat(offered(experiment(), "nowhere")).isEmpty();
  }

  @Test
  void theChosenExperimentOffersItsTrialsAndTakesTheFirst() {
    Experiment source = pages.run(sweep("Source"), ChooseTrialTest::everySecond);
    pages.visit(FORM);
    experiment().setValue(source.id().value());
    assertThat(label(experiment())).isEqualTo("Source · " + source.id());
    assertThat(trial().isEnabled()).isTrue();
    assertThat(offered(trial(), "")).containsExactly("1", "3", "5");
    assertThat(offered(trial(), "seed 2")).containsExactly("5");
    assertThat(offered(trial(), "0.003")).containsExactly("1", "3", "5");
    assertThat(trial().getValue()).isEqualTo("1");
    assertThat(label(trial())).isEqualTo("1: T = 0.003, seed 0");
    assertThat(experiment().isInvalid()).isFalse();
    assertThat(byId(Button.class, "launch").isEnabled()).isTrue();

    trial().setValue("3");
    assertThat(label(trial())).isEqualTo("3: T = 0.003, seed 1");
    experiment().clear();
    assertThat(experiment().getValue()).isEqualTo(SourceTrial.TO_BE_CHOSEN);
    assertThat(label(experiment())).isEmpty();
    assertThat(byId(Button.class, "launch").isEnabled()).isFalse();
  }

  @Test
  void theListIsReadInPartsThatFollowEachOther() {
    List<String> newestFirst =
        IntStream.range(0, 7)
            .mapToObj(i -> pages.run(sweep("Number " + i), ChooseTrialTest::everySecond))
            .map(each -> each.id().value())
            .toList()
            .reversed();
    var checkable = new CheckableExperiments();
    assertThat(checkable.read(pages.experiments(), "", 0, 3))
        .containsExactlyElementsOf(newestFirst.subList(0, 3));
    assertThat(checkable.read(pages.experiments(), "", 3, 3))
        .containsExactlyElementsOf(newestFirst.subList(3, 6));
    assertThat(checkable.read(pages.experiments(), "", 6, 3))
        .containsExactly(newestFirst.getLast());
    assertThat(checkable.read(pages.experiments(), "", 4, 2))
        .as("from between two parts")
        .containsExactlyElementsOf(newestFirst.subList(4, 6));
    assertThat(checkable.read(pages.experiments(), "number", 2, 2))
        .as("with other words, from the start on")
        .containsExactlyElementsOf(newestFirst.subList(2, 4));
  }

  @Test
  void aLongExperimentGivesAPartOfItsTrials() {
    Experiment source =
        pages.run(many(), (spec, trial, watch) -> Planted.measurement(1, 1, Outcome.MEASURED));
    var trials = new CheckableTrials(source.id(), source.spec().orElseThrow());
    assertThat(trials.read(pages.experiments(), "", 63, 3)).containsExactly("63", "64", "65");
    assertThat(trials.read(pages.experiments(), "seed 69", 0, 50)).containsExactly("69");
    assertThat(trials.read(pages.experiments(), "", 70, 50)).isEmpty();
  }

  private static TrialResult everySecond(ExperimentSpec spec, int trial, TrialWatch watch) {
    return trial % 2 == 1 ? Planted.measurement(1, 1, Outcome.MEASURED) : Planted.diverged();
  }

  /** Trials 1, 3 and 5 are at 0.003. */
  private static TemperatureSweep sweep(String title) {
    return Planted.sweep(title, List.of(0.03, 0.003), 3);
  }

  private static TemperatureSweep many() {
    return Planted.sweep("Many", List.of(0.03), 70);
  }

  private static ExperimentSpec landscape() {
    return Presets.all().stream()
        .map(preset -> preset.spec())
        .filter(spec -> spec.kind().equals("landscape"))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<String> experiment() {
    return _get(ComboBox.class, spec -> spec.withId("field-subject-source-experiment"));
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<String> trial() {
    return _get(ComboBox.class, spec -> spec.withId("field-subject-source-trial"));
  }

  private static String label(ComboBox<String> list) {
    return list.getItemLabelGenerator().apply(list.getValue());
  }

  @SuppressWarnings("unchecked")
  private static List<String> offered(ComboBox<String> list, String text) {
    var provider = (DataProvider<String, String>) list.getDataProvider();
    return provider.fetch(new Query<>(0, 50, List.of(), null, text)).toList();
  }
}
