package org.shiftscope.server.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.server.picture.DrawPicture;

@Timeout(60)
class WriteFoNoteTest {

  private static byte[] pdf(String note) {
    return MakePdf.of(
        WriteFo.of(PrintedViews.of("00", "http://localhost/s/a", note), new DrawPicture()));
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "- ", "1. ", "> - "})
  void whatIsVeryDeepIsIndentedAFewTimesAndSet(String level) {
    String note = level.repeat(4_000 / level.length() - 1) + "x";
    String objects = WriteFoNote.of(note);
    assertThat(objects.split("margin-left|<fo:list-block ", -1)).hasSize(7);
    assertThat(objects).contains("x");
    assertThat(pdf(note)).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void aListBesideADeepOneIsIndentedAgain() {
    assertThat(WriteFoNote.of("- ".repeat(8) + "deep\n\n\ntext\n\n1. one").split("<fo:list-block "))
        .hasSize(8);
  }

  @Test
  void anAddressEndsWhereItsLinkDoes() {
    assertThat(WriteFoNote.of("[x](<https://example.org/a')(\\\\b>)"))
        .contains("url('https://example.org/a%27%29%28%5Cb')");
  }

  @Test
  void whatNoXmlHoldsIsLeftOut() {
    assertThat(pdf("half \uDC00 and none \uFFFF and \u0001")).startsWith('%', 'P', 'D', 'F');
    var document =
        WriteFo.of(
            PrintedViews.of("00", "http://localhost/s/a", "\uFFFFnote 𝜃"), new DrawPicture());
    assertThat(document.objects())
        .contains("A view  of  halves", "note 𝜃")
        .doesNotContain("\uFFFF");
    assertThat(document.title()).isEqualTo("A view  of  halves");
  }
}
