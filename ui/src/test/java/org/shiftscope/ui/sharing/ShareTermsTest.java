package org.shiftscope.ui.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.spec.InvalidSpec;

class ShareTermsTest {

  @ParameterizedTest
  @ValueSource(strings = {"half \uD800", "\uDC00 half", "bell \u0007", "turned \u202E"})
  void aNoteHoldsWhatCanBeSeenAlone(String note) {
    assertThatThrownBy(() -> new ShareTerms(Optional.empty(), false, note))
        .isInstanceOf(InvalidSpec.class)
        .hasMessageContaining("note must hold no control characters");
  }

  @Test
  void aNoteHasLinesTabsAndAllOfUnicode() {
    String note = "a list:\r\n\n- θ_te\t𝜃 😀 שלום";
    assertThat(new ShareTerms(Optional.empty(), false, note).note()).isEqualTo(note);
    assertThatThrownBy(() -> new ShareTerms(Optional.empty(), false, "x".repeat(4_001)))
        .isInstanceOf(InvalidSpec.class)
        .hasMessageContaining("note must have at most 4000 characters");
  }
}
