package org.shiftscope.compute.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.random.RandomStreams;

final class FormulaRefusedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` ` | it is empty",
        "x + y | \"y\" at character 5 is not known; the names are x, pi, e",
        "X | \"X\" at character 1 is not known",
        "system(x) | undefined function 'system' (\"system\" at character 1)",
        "max(x, 1) | undefined function 'max'",
        "x[1] | undefined operator '['",
        "x.y | undefined operator '.'",
        "\"text\" | a value is expected here (\"text\" at character 1)",
        "x = 1 | undefined operator '='",
        "x ; 1 | undefined operator ';'",
        "x % 2 | undefined operator '%'",
        "2x | missing operator",
        "2 (x) | missing operator",
        "x 2 | an operator is missing before this (\"2\" at character 3)",
        "2 x * | missing operator",
        "x 2 + | an operator is missing",
        "x + | something is missing after this (\"+\" at character 3)",
        "* x | ",
        "(x | closing brace not found",
        "x) | unexpected closing brace",
        "() | a value is expected",
        "exp() | a value is expected",
        "exp(+) | a value is expected",
        "exp(x, 1) | it takes 1 argument (\"exp\" at character 1)",
        "gauss(x, 1) | it takes 3 arguments",
        "gauss((x, 0), 1) | a comma belongs between the arguments of a function",
        "x, 1 | a comma belongs between",
        "1e999 * x | \"1e999\" at character 1 is larger than any number",
        "0x10 | \"0x10\" at character 1 is not a decimal number",
        "x + 1/0 | the value of \"/\" at character 6 is not finite",
        "x + 9^9^9^9 | is not finite",
        "log(-1) + x | the value of \"log\" at character 1 is not finite",
        "x + 1..5 | number contains more than one decimal point",
        "x√2 | ",
      })
  void saysWhatCannotBeRead(String text, String why) {
    assertThatExceptionOfType(FormulaRefused.class)
        .isThrownBy(() -> Formula.parse(text, List.of("x")))
        .withMessageStartingWith("must be a formula in x: ")
        .withMessageContaining(why == null ? "" : why);
  }

  @Test
  void limitsLengthDepthAndSize() {
    refuses("x" + "+x".repeat(500), "it has 1001 characters, and at most 1000 are read");
    refuses("(".repeat(400_000) + "x" + ")".repeat(400_000), "it has 800001 characters");
    refuses("exp(".repeat(120) + "x" + ")".repeat(120), "nested more than 100 levels deep");
    refuses("-".repeat(999) + "x", "nested more than 100 levels deep");
    refuses("x" + "^x".repeat(499), "nested more than 100 levels deep");
    refuses("x" + ("+(x" + "*x".repeat(9) + ")").repeat(20), "more than 300 parts");
    assertThat(Formula.parse("(".repeat(400) + "x" + ")".repeat(400), List.of("x")).value(3))
        .isEqualTo(3);
  }

  /** Whatever is typed is read, or refused in a sentence: nothing else comes out. */
  @Test
  void survivesRandomTokens() {
    String[] tokens = {
      "x", "y", "1", "2.5", "1e3", "(", ")", "+", "-", "*", "/", "^", ",", "exp(", "gauss(", "\"",
      "'", " ", ".", "e", "[", "]", "{", "#", "é", "NaN", "null", "sin", "pi"
    };
    RandomGenerator random = RandomStreams.of(3).split("tokens").generator();
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(8);
      for (int k = 0; k < length; k++) {
        text.append(tokens[random.nextInt(tokens.length)]);
      }
      try {
        Formula.parse(text.toString(), List.of("x", "y"));
        read++;
      } catch (FormulaRefused refused) {
        assertThat(refused).hasMessageStartingWith("must be a formula in x and y: ");
      }
    }
    assertThat(read).isGreaterThan(1_000);
  }

  private static void refuses(String text, String why) {
    assertThatExceptionOfType(FormulaRefused.class)
        .isThrownBy(() -> Formula.parse(text, List.of("x")))
        .withMessageContaining(why);
  }
}
