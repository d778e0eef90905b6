package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.Browserless.text;
import static org.shiftscope.ui.Browserless.until;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.storage.Experiment;

class ClaimsViewTest extends PageStory {

  @Test
  void withoutAnExperimentItSaysWhichToChoose() {
    pages.visit("claims");
    assertThat(text()).contains("No experiment chosen", "sweeps judge most claims");
  }

  /** Shift-curvatures that fall by a tenth from one temperature to the next. */
  @Test
  void anExperimentsPageLeadsToItsVerdicts() {
    Experiment experiment = run();
    pages.visit("experiments/" + experiment.id());
    _click(_get(Button.class, spec -> spec.withText("Judge claims")));

    until(() -> _find(NativeDetails.class).size() == 11);
    assertThat(Browserless.address()).isEqualTo("claims?experiments=" + experiment.id());
    assertThat(text())
        .contains(
            "Without evidence here: C5, C6, C8, C9, C10.",
            "Shift-curvature ½ κ",
            "4 seeds",
            "Kendall's τ with T within seeds is −1 [−1, −1]; the claim is below 0.",
            "By Jonckheere–Terpstra within seeds, exact, and Kendall's τ by the bootstrap over seeds.");
  }

  @Test
  void anIdThatIsNotThereIsSaidAndTheOthersAreJudged() {
    Experiment experiment = run();
    pages.visit("claims?experiments=" + experiment.id() + ",nosuchthing1");

    until(() -> _find(NativeDetails.class).size() == 11);
    assertThat(text()).contains("There is no experiment nosuchthing1 on this server.");
  }

  private Experiment run() {
    return pages.run(
        Planted.sweep("Falls", List.of(0.003, 0.01, 0.03), 4),
        (spec, trial, watch) ->
            Planted.measurement(
                2, 0.3 - 0.03 * (trial % 3) + 0.001 * (trial / 3), Outcome.MEASURED));
  }
}
