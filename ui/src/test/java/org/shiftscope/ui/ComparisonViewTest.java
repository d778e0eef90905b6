package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.Browserless.byId;
import static org.shiftscope.ui.Browserless.text;
import static org.shiftscope.ui.Browserless.until;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.frontend.EChart;
import org.shiftscope.storage.Experiment;

class ComparisonViewTest extends PageStory {

  @Test
  void withoutAnExperimentItSaysWhichToChoose() {
    pages.visit("comparison");
    assertThat(text()).contains("No experiment chosen", "the first is the reference");
  }

  @Test
  void anExperimentsPageLeadsToItsComparison() {
    Experiment plain = run("Plain", 0);
    pages.visit("experiments/" + plain.id());
    _click(_get(Button.class, spec -> spec.withText("Compare")));

    until(() -> text().contains("One experiment chosen"));
    assertThat(Browserless.address()).isEqualTo("comparison?experiments=" + plain.id());
  }

  /** ‖s‖ falls by 0.4 over T: a tenth of that is equal, all of it is not. */
  @Test
  void whatDiffersIsSaidFirstAndThenWhatWasFound() {
    Experiment plain = run("Plain", 0);
    Experiment near = run("Near", 0.04);
    Experiment far = run("Far", 0.4);
    String address = "comparison?experiments=" + plain.id() + "," + near.id() + "," + far.id();
    pages.visit(address + "&quantity=shift-norm-at-1.0");

    until(() -> _find(EChart.class).size() == 4);
    assertThat(text())
        .contains(
            "The reference: the others are compared with it.",
            "It differs in nothing that changes a trial.",
            "Length of the shift ‖s‖ at τ = 1: at equal T, within a quarter of T's own effect (± 0.1 length), “Near” gives"
                + " the same as “Plain” at 3 of 3 temperatures; “Far” gives the same as “Plain” at 0 of 3 temperatures,"
                + " higher at T = 0.003, 0.01, 0.03.",
            "3 equivalent",
            "3 different",
            "Different: ");

    _click(_find(Button.class, spec -> spec.withText("Make it the reference")).getLast());
    until(() -> Browserless.address().contains("experiments=" + far.id()));
  }

  @Test
  void anExperimentWithoutACommonTemperatureIsLeftOutAndSaid() {
    Experiment plain = run("Plain", 0);
    Experiment high =
        pages.run(
            Planted.sweep("High", List.of(0.1), 4),
            (spec, trial, watch) -> Planted.measurement(2, 0.3, Outcome.MEASURED));
    pages.visit("comparison?experiments=" + plain.id() + "," + high.id() + ",nosuchthing1");

    until(() -> text().contains("One experiment chosen"));
    assertThat(text())
        .contains(
            "There is no experiment nosuchthing1 on this server.",
            "“High” is left out: it must have a temperature in common with the first experiment");
  }

  @Test
  void bandsAndLinesAreChosenAndStandInTheAddress() {
    Experiment plain = run("Plain", 0);
    Experiment far = run("Far", 0.4);
    String address = "comparison?experiments=" + plain.id() + "," + far.id();
    pages.visit(address + "&spread=interval&lines=" + plain.id() + ":4," + far.id() + ":7");

    until(() -> _find(EChart.class).size() == 4);
    assertThat(text())
        .contains(
            "with bands: the 95 % interval of the mean over trials, by Student's t",
            "Findings side by side", "Mean test curvature");
    MultiSelectComboBox<?> lines = byId(MultiSelectComboBox.class, "lines");
    assertThat(lines.getValue().stream().map(Object::toString).toList())
        .containsExactly(plain.id() + ":4", far.id() + ":7");
    Select<?> spread = byId(Select.class, "spread");
    assertThat(((Named) spread.getValue()).id()).isEqualTo("interval");

    _click(_find(Button.class, spec -> spec.withText("Make it the reference")).getLast());
    assertThat(Browserless.address())
        .contains("experiments=" + far.id(), "spread=interval", "lines=");
  }

  @Test
  void anyTwoQuantitiesOfAllAreAgainstEachOther() {
    Experiment plain = run("Plain", 0);
    Experiment far = run("Far", 0.4);
    pages.visit(
        "comparison?experiments=" + plain.id() + "," + far.id() + "&x=Temperature&y=‖s‖&log=x");
    until(() -> _find(EChart.class).size() == 5);
    assertThat(text())
        .contains(
            "Each point a trial, 24 trials.", "Over all trials", "Within equal T of an experiment");
  }

  @Test
  void withoutAChoiceEachExperimentShowsItsFirstLine() {
    Experiment plain = run("Plain", 0);
    Experiment far = run("Far", 0.4);
    pages.visit("comparison?experiments=" + plain.id() + "," + far.id() + "&lines=nonsense");
    until(() -> _find(EChart.class).size() == 4);
    MultiSelectComboBox<?> lines = byId(MultiSelectComboBox.class, "lines");
    assertThat(lines.getValue().stream().map(Object::toString).toList())
        .containsExactly(plain.id() + ":0", far.id() + ":0");
  }

  private Experiment run(String title, double more) {
    return pages.run(
        Planted.sweep(title, List.of(0.003, 0.01, 0.03), 4),
        (spec, trial, watch) ->
            Planted.measurement(
                2 + more - 0.2 * (trial % 3) + 0.01 * (trial / 3), 0.3, Outcome.MEASURED));
  }
}
