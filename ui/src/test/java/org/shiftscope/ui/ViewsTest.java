package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.Browserless.byId;
import static org.shiftscope.ui.Browserless.text;
import static org.shiftscope.ui.Browserless.until;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.frontend.EChart;
import org.shiftscope.storage.Experiment;
import tools.jackson.databind.json.JsonMapper;

/** Each page, as a person uses it, on real storage. */
class ViewsTest extends PageStory {

  @Test
  void withoutExperimentsTheListOffersTheQuickStart() {
    pages.visit("");
    assertThat(text()).contains("No experiment yet");
    _click(byId(Button.class, "quick-start"));
    Experiment submitted = pages.listed().getFirst();
    assertThat(submitted.spec()).contains(Presets.all().getFirst().spec());
    assertThat(Browserless.address()).isEqualTo("experiments/" + submitted.id());
    assertThat(text()).contains("Queued", "Waiting for a free slot");
  }

  @Test
  void theListFollowsAnExperimentToItsEndAndFindsItBySearch() {
    pages.visit("");
    Experiment experiment = pages.experiments().submit(sweep("Cold and hot"));
    pages.experiments().submit(sweep("Another"));
    until(() -> _find(ListItem.class).size() == 2);
    pages.work(experiment, ViewsTest::planted);
    until(() -> text().contains("Finished"));
    _get(TextField.class).setValue("finished HOT");
    assertThat(_find(ListItem.class)).hasSize(1);
    assertThat(text()).contains("Cold and hot").doesNotContain("Another");
    _get(TextField.class).setValue("nowhere");
    assertThat(text()).contains("Nothing matches “nowhere”");
  }

  @Test
  void theSearchIsReadFromTheAddress() {
    pages.experiments().submit(sweep("Cold"));
    pages.experiments().submit(sweep("Hot"));
    pages.visit("?q=cold");
    assertThat(_find(ListItem.class)).hasSize(1);
  }

  @Test
  void theListComesInPartsAndTheFilterStandsInTheAddress() {
    for (int i = 0; i < 52; i++) {
      pages.experiments().submit(sweep("Number " + i));
    }
    pages.experiments().cancel(pages.listed().getFirst().id());
    pages.visit("");
    assertThat(_find(ListItem.class)).hasSize(50);
    _click(byId(Button.class, "show-more"));
    assertThat(_find(ListItem.class)).hasSize(52);
    pages.visit("?rows=100");
    assertThat(_find(ListItem.class)).hasSize(52);
    assertThat(_find(Button.class, spec -> spec.withId("show-more"))).isEmpty();
    pages.visit("?state=cancelled");
    assertThat(_find(ListItem.class)).hasSize(1);
    pages.visit("?state=cancelled&q=nowhere");
    assertThat(text()).contains("Nothing matches “nowhere”");
    pages.visit("?state=failed");
    assertThat(text()).contains("No experiment is failed");
  }

  @Test
  void newsReadBeforeThePersonAskedForMoreIsNotShownAfterIt() throws Exception {
    for (int i = 0; i < 51; i++) {
      pages.experiments().submit(sweep("Number " + i));
    }
    pages.visit("");
    Button more = byId(Button.class, "show-more");
    pages.experiments().submit(sweep("News"));
    // The page's lock is held here: the news is read, with the part of then, and waits to be shown.
    Thread.sleep(1_500);
    more.click();
    assertThat(_find(ListItem.class)).hasSize(52);
  }

  @Test
  void trialsThatDivergedAreCountedInListHeadAndBar() {
    Experiment experiment = pages.run(sweep("Hot"), (spec, trial, watch) -> Planted.diverged());
    pages.visit("");
    assertThat(text()).contains("Finished · 4 of 4 diverged", "4 trials · 4 of 4 diverged");
    pages.visit("experiments/" + experiment.id());
    assertThat(text()).contains("Finished · 4 of 4 diverged");
  }

  @Test
  void whatIsDeletedIsInTheBinAndOnlyRestoringAndDownloadingAreOffered() {
    Experiment experiment = pages.run(sweep("Gone"), ViewsTest::planted);
    pages.visit("?deleted=true");
    assertThat(text()).contains("The bin is empty");
    pages.experiments().delete(experiment.id());
    until(() -> _find(ListItem.class).size() == 1);
    assertThat(text()).contains("Gone", "Deleted");
    pages.visit("experiments/" + experiment.id());
    assertThat(
            _find(Button.class).stream()
                .filter(Button::isVisible)
                .map(Button::getText)
                .filter(
                    List.of("Cancel", "Retry", "Clone", "Delete", "Restore", "Purge")::contains))
        .containsExactly("Restore", "Purge");
    _click(_get(Button.class, spec -> spec.withText("Restore")));
    until(() -> text().contains("Finished"));
    assertThat(pages.listed()).hasSize(1);
  }

  @Test
  void aFieldOutOfItsRangeStopsTheLaunchUntilItIsMended() {
    pages.visit("new?preset=quick-start");
    Button launch = byId(Button.class, "launch");
    assertThat(launch.isEnabled()).isTrue();
    TextField batch = byId(TextField.class, "field-sgd-batchSize");
    batch.setValue("0");
    assertThat(launch.isEnabled()).isFalse();
    assertThat(batch.isInvalid()).isTrue();
    assertThat(byId(Paragraph.class, "launch-hint").getText())
        .isEqualTo("One field has a problem; mend it to launch.");
    batch.setValue("16");
    assertThat(launch.isEnabled()).isTrue();
    _click(launch);
    var submitted = (TemperatureSweep) pages.listed().getFirst().spec().orElseThrow();
    assertThat(submitted.sgd().batchSize()).isEqualTo(16);
    assertThat(Browserless.address()).startsWith("experiments/");
  }

  @Test
  void aSetUpStandsInItsAddressWrongTextIncluded() {
    pages.visit("new?preset=quick-start&title=Mine&sgd.batchSize=abc");
    assertThat(byId(TextField.class, "field-title").getValue()).isEqualTo("Mine");
    TextField batch = byId(TextField.class, "field-sgd-batchSize");
    assertThat(batch.getValue()).isEqualTo("abc");
    assertThat(batch.isInvalid()).isTrue();
    assertThat(byId(Button.class, "launch").isEnabled()).isFalse();
    batch.setValue("16");
    _click(byId(Button.class, "launch"));
    var submitted = (TemperatureSweep) pages.listed().getFirst().spec().orElseThrow();
    assertThat(submitted.title()).isEqualTo("Mine");
    assertThat(submitted.sgd().batchSize()).isEqualTo(16);
  }

  @Test
  void aPresetThatTakesThePlaceOfTypedTextCanBeUndone() {
    pages.visit("new?preset=quick-start");
    byId(TextField.class, "field-title").setValue("Mine");
    _click(byId(NativeButton.class, "preset-measures-digits"));
    assertThat(byId(TextField.class, "field-title").getValue()).isNotEqualTo("Mine");
    _click(_get(Button.class, spec -> spec.withText("Undo")));
    assertThat(byId(TextField.class, "field-title").getValue()).isEqualTo("Mine");
    _click(byId(Button.class, "start-again"));
    assertThat(byId(TextField.class, "field-title").getValue()).isEqualTo("Quick start: digits");
    assertThat(_find(Button.class, spec -> spec.withId("start-again"))).isEmpty();
  }

  @Test
  void aNetworkThatNeedsMoreMemoryThanThereIsStopsTheLaunchAtItsField() {
    pages.visit("new?preset=quick-start");
    TextField hidden = byId(TextField.class, "field-network-hidden");
    hidden.setValue("10000 ".repeat(20));
    assertThat(byId(Button.class, "launch").isEnabled()).isFalse();
    assertThat(hidden.isInvalid()).isTrue();
    assertThat(hidden.getErrorMessage())
        .contains("each trial need about ", " take a smaller width or smaller layers");
    hidden.setValue("32");
    assertThat(byId(Button.class, "launch").isEnabled()).isTrue();
  }

  @Test
  void theFormDoesNotWaitForWhatTheorySays() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var other = Executors.newSingleThreadExecutor()) {
      other.submit(() -> pages.theory().answer(Duration.ZERO, () -> waitFor(begun, end)));
      begun.await();
      pages.visit("new?preset=paper-figure-4-left");
      assertThat(byId(Paragraph.class, "theory-note").getText())
          .isEqualTo("Computing what theory says …");
      assertThat(_find(EChart.class)).isEmpty();
      end.countDown();
    }
    until(() -> _find(EChart.class).size() == 6);
    _assertNone(Paragraph.class, spec -> spec.withId("theory-note"));
  }

  private static boolean waitFor(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"quick-start,' samples/s'", "paper-figure-4-left,' walker steps/s'"})
  void theEstimateIsMeasuredInTheBackground(String preset, String unit) {
    pages.visit("new?preset=" + preset);
    Section estimate = byId(Section.class, "estimate");
    // A busy machine may have measured before the test looks.
    assertThat(estimate.getElement().getAttribute("data-state")).isIn("measuring", "measured");
    until(() -> "measured".equals(estimate.getElement().getAttribute("data-state")));
    assertThat(estimate.getElement().getTextRecursively())
        .contains("Expected time", "Memory", unit);
  }

  @Test
  void aDatasetThatIsNotThereIsSaidInTheEstimate() {
    pages.visit("new?preset=paper-figures-1-3-resnet10");
    Section estimate = byId(Section.class, "estimate");
    until(() -> "problem".equals(estimate.getElement().getAttribute("data-state")));
    assertThat(estimate.getElement().getTextRecursively()).contains("CIFAR-10");
  }

  @Test
  void aLaunchWithoutItsFilesKeepsTheInputAndQueuesNothing() {
    pages.visit("new?preset=paper-figures-1-3-resnet10");
    byId(TextField.class, "field-title").setValue("Colours");
    _click(byId(Button.class, "launch"));
    assertThat(pages.listed()).isEmpty();
    assertThat(byId(TextField.class, "field-title").getValue()).isEqualTo("Colours");
    assertThat(byId(Button.class, "launch").isEnabled()).isTrue();
  }

  @Test
  void aCloneFillsTheForm() {
    Experiment experiment = pages.experiments().submit(sweep("To be cloned"));
    pages.visit("new?clone=" + experiment.id());
    assertThat(text()).contains("A clone of “To be cloned”");
    assertThat(byId(TextField.class, "field-title").getValue()).isEqualTo("To be cloned");
    _click(byId(Button.class, "launch"));
    assertThat(pages.listed()).hasSize(2);
    assertThat(pages.listed().getFirst().spec()).isEqualTo(experiment.spec());
  }

  @Test
  void anOpenExperimentFillsWithChartsAsResultsCome() {
    Experiment experiment = pages.experiments().submit(sweep("Live"));
    pages.visit("experiments/" + experiment.id());
    _assertNone(EChart.class);
    pages.work(experiment, ViewsTest::planted);
    until(() -> text().contains("Left out of 4 trials: 1 diverged."));
    assertThat(text()).contains("Finished");
    assertThat(_find(EChart.class)).hasSize(4);
  }

  @Test
  void theAddressKeepsTheTabAndTheTrial() {
    Experiment experiment = pages.run(sweep("Kept"), ViewsTest::planted);
    pages.visit("experiments/" + experiment.id() + "?tab=trial&trial=2");
    assertThat(byId(Paragraph.class, "trial-sentence").getText())
        .isEqualTo("Measured at planted numbers.");
    assertThat(_find(EChart.class)).hasSize(2);
    assertThat(text()).contains("gᵀs, slope", "Residual RMS");
    pages.visit("experiments/" + experiment.id() + "?trial=3");
    assertThat(text()).contains("This trial diverged at step 7");
    pages.visit("experiments/" + experiment.id() + "?trial=99");
    assertThat(text()).contains("There is no trial 99", "0 to 3");
    pages.visit("experiments/" + experiment.id() + "?tab=eq3");
    assertThat(text()).contains("Of the excess", "½ κ");
  }

  @Test
  void aTrialLeftOutByHandIsSaidStandsInTheAddressAndComesBack() {
    Experiment experiment = pages.run(sweep("Without"), ViewsTest::planted);
    pages.visit("experiments/" + experiment.id() + "?tab=scatter&without=1");
    assertThat(text())
        .contains(
            "1 of 4 trials left out by hand",
            "Left out of 4 trials: 1 by hand, 1 diverged.",
            "Each point a trial, 2 trials.",
            "Within equal T");
    _click(byId(Button.class, "take-back-1"));
    until(() -> text().contains("Each point a trial, 3 trials."));
    assertThat(Browserless.address()).doesNotContain("without");
    assertThat(text()).doesNotContain("by hand");
  }

  @Test
  void howTheLossGoesIsSeenWhileATrialRuns() throws Exception {
    Experiment experiment = pages.experiments().submit(sweep("Running"));
    pages.visit("experiments/" + experiment.id() + "?tab=running");
    assertThat(text()).contains("No trial runs at this moment");
    var seen = new CountDownLatch(1);
    try (var other = Executors.newSingleThreadExecutor()) {
      var worked =
          other.submit(
              () ->
                  pages.work(
                      experiment,
                      (spec, trial, watch) -> {
                        watch.losses("SGD", 16, 0.5, () -> 0.125);
                        watch.progress("SGD", 0.5);
                        waitFor(new CountDownLatch(1), seen);
                        return planted(spec, trial, watch);
                      }));
      until(() -> text().contains("After step 16: loss 0.5, ‖∇L‖ 0.125"));
      assertThat(text()).contains("Trial 0 is running: T = 0.003, seed 0");
      seen.countDown();
      worked.get();
    }
    assertThat(pages.experiments().lossCurves(experiment.id())).isEmpty();
  }

  @Test
  void theSpecOnThePageIsTheSpec() {
    Experiment experiment = pages.experiments().submit(sweep("Exact"));
    pages.visit("experiments/" + experiment.id() + "?tab=spec");
    ExperimentSpec read =
        ReadSpec.from(JsonMapper.shared().readTree(byId(Pre.class, "spec-json").getText()));
    assertThat(experiment.spec()).contains(read);
  }

  @Test
  void aCancelledExperimentCanBeRetried() {
    Experiment experiment = pages.experiments().submit(sweep("Stopped"));
    pages.visit("experiments/" + experiment.id());
    _click(_get(Button.class, spec -> spec.withText("Cancel")));
    until(() -> text().contains("Cancelled before the first result"));
    _click(_get(Button.class, spec -> spec.withText("Retry")));
    until(() -> text().contains("Waiting for a free slot"));
  }

  @Test
  void aDeletedExperimentComesBackByUndo() {
    Experiment experiment = pages.run(sweep("Gone"), ViewsTest::planted);
    pages.visit("experiments/" + experiment.id());
    _click(_get(Button.class, spec -> spec.withText("Delete")));
    assertThat(pages.listed()).isEmpty();
    assertThat(Browserless.address()).isEmpty();
    _click(_get(Button.class, spec -> spec.withText("Undo")));
    assertThat(pages.listed()).hasSize(1);
    until(() -> _find(ListItem.class).size() == 1);
  }

  @Test
  void anUnknownExperimentHasAClearPage() {
    pages.visit("experiments/nosuchthing1");
    assertThat(text()).contains("There is no experiment with the id “nosuchthing1”");
  }

  private static TemperatureSweep sweep(String title) {
    return Planted.sweep(title, List.of(0.003, 0.03), 2);
  }

  /** Trial 3 diverges; the others have different shift-curvatures. */
  private static TrialResult planted(ExperimentSpec spec, int trial, TrialWatch watch) {
    return trial == 3
        ? Planted.diverged()
        : Planted.measurement(2, 0.1 + 0.1 * trial, Outcome.MEASURED);
  }
}
