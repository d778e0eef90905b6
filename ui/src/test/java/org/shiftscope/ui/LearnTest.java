package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.Browserless.byId;
import static org.shiftscope.ui.Browserless.text;

import com.vaadin.flow.component.html.NativeButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shiftscope.frontend.EChart;

/** The page that tells the paper's idea. */
class LearnTest extends PageStory {

  @BeforeEach
  void open() {
    pages.visit("learn");
  }

  @Test
  void fivePicturesTellTheIdeaWithThePapersNumbers() {
    assertThat(_find(EChart.class)).hasSize(5);
    assertThat(text())
        // ½ · 0.1² · 8.37618 and ½ · 0.1² · 0.31915, by hand.
        .contains("½ sᵀHs says 0.04188", "½ sᵀHs says 0.001596")
        // 8.37618 / 3², with the same product.
        .contains("from 8.376 to 0.9307", "½ sᵀHs was 0.04188 and is 0.04188")
        // Independent quadrature: the basins hold 0.4930 and 0.5070 at T = 5.
        .contains("The narrow basin holds 49.3 %", "the wide one 50.7 %")
        .contains("best at T = 13.2");
  }

  @Test
  void whereSlidersStandIsReadFromTheAddress() {
    // ½ · 0.2² · 8.37618, by hand.
    assertThat(text()).doesNotContain("½ sᵀHs says 0.1675");
    pages.visit("learn?shift=0.2");
    assertThat(text()).contains("½ sᵀHs says 0.1675");
    pages.visit("learn?shift=7");
    assertThat(text()).contains("½ sᵀHs says 0.04188");
  }

  @Test
  void itEndsAtPresetsThatOpenInTheForm() {
    assertThat(_find(NativeButton.class, spec -> spec.withPredicate(LearnTest::isPreset)))
        .hasSize(4);
    _click(byId(NativeButton.class, "preset-quick-start"));
    assertThat(Browserless.address()).isEqualTo("new?preset=quick-start");
    assertThat(pages.listed()).isEmpty();
  }

  private static boolean isPreset(NativeButton button) {
    return button.getId().filter(id -> id.startsWith("preset-")).isPresent();
  }
}
