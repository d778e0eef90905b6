package org.shiftscope.ui.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderNoteTest {

  @Test
  void markdownAndTablesBecomeHtml() {
    assertThat(RenderNote.html("# Why\n\n**bold** and `code`\n\n| a | b |\n|---|---|\n| 1 | 2 |"))
        .contains("<h1>Why</h1>", "<strong>bold</strong>", "<code>code</code>", "<td>2</td>");
    assertThat(RenderNote.html("one\ntwo")).contains("one<br>\ntwo");
    assertThat(RenderNote.html("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<iframe src='https://example.org'></iframe>",
        "<!-- <b> --> <svg/onload=alert(1)>",
        "```\n<script>\n```",
        "<div\nonclick=alert(1)>\n\ntext"
      })
  void htmlIsShownAsItWasTyped(String note) {
    assertThat(RenderNote.html(note)).doesNotContainPattern("<(script|img|iframe|svg|div|a|b)\\b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html,<script>)",
        "[x](vbscript:x)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "[x]: javascript:alert(1)\n\n[x]"
      })
  void linksThatDoSomethingLeadNowhere(String note) {
    assertThat(RenderNote.html(note).toLowerCase(java.util.Locale.ROOT))
        .doesNotContainPattern("(href|src)=\"[^\"]*(script|data)\\W");
  }

  @Test
  void linksToPagesStayAndQuotesDoNotEndThem() {
    assertThat(RenderNote.html("[paper](https://arxiv.org/abs/2108.09507)"))
        .contains("href=\"https://arxiv.org/abs/2108.09507\"");
    assertThat(RenderNote.html("[x](<https://e.org/\" onclick=\"alert(1)>)"))
        .doesNotContain("\" onclick");
  }

  @Test
  void whatIsVeryDeepIsText() {
    assertThat(RenderNote.html(">".repeat(4_000) + " x").split("<blockquote>", -1))
        .hasSizeBetween(10, 34);
    assertThat(RenderNote.html("- ".repeat(2_000) + "x").split("<ul>", -1)).hasSizeBetween(10, 34);
  }

  @Test
  void aPictureIsALinkToIt() {
    assertThat(RenderNote.html("![the *figure*](https://e.org/a.png) ![](https://e.org/b.png)"))
        .doesNotContain("<img")
        .contains("href=\"https://e.org/a.png\">the <em>figure</em></a>")
        .contains("href=\"https://e.org/b.png\">https://e.org/b.png</a>");
  }
}
