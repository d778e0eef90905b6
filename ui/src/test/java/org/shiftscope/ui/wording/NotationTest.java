package org.shiftscope.ui.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "L_te(θ_tr) + ½ κ_te | Lₜₑ(θₜᵣ) + ½ κₜₑ",
        "x^4/4 - (x^2 - 1)^2 | x⁴/4 - (x² - 1)²",
        "e^(-2*x) | e to the power of -2*x",
        "J_y | J[y]",
        "v_k″, w_k | vₖ″, wₖ",
        "data_batch_1.bin | data_batch_1.bin",
        "train-images_idx3_ubyte | train-images_idx3_ubyte"
      })
  void symbolsAreReadableInFilesAndAloud(String written, String read) {
    assertThat(Notation.plain(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L_te(θ_tr) ~ L{sub!te}(θ{sub!tr})",
        "κ_2^(n/2) ~ κ{sub!2}{sup!n/2}",
        "L_te,k ~ L{sub!te,k}",
        "2^(a*(b+1)) ~ 2{sup!a*(b+1)}",
        "x^-2 ~ x{sup!-2}"
      })
  void chartsLowerAndRaiseParts(String both) {
    String[] sides = both.split(" ~ ");
    assertThat(Notation.chart(sides[0])).isEqualTo(sides[1].replace('!', '|'));
  }

  @Test
  void aPageHasRealSubscriptsInPlaceOfWhatStoodThere() {
    var span = new Span("before");
    Notation.show(span, "at θ_te: x^2");
    assertThat(
            span.getElement()
                .getChildren()
                .map(
                    child ->
                        child.isTextNode()
                            ? child.getText()
                            : child.getTag() + ":" + child.getText()))
        .containsExactly("at θ", "sub:te", ": x", "sup:2");
  }
}
