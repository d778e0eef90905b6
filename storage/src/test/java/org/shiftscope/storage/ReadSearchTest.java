package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.Search.Compared;
import org.shiftscope.storage.Search.Comparison;
import org.shiftscope.storage.Search.Dated;
import org.shiftscope.storage.Search.OneOf;
import org.shiftscope.storage.Search.Words;

class ReadSearchTest {

  private static List<Search.Term> terms(String text) {
    return ReadSearch.of(text, "q").terms();
  }

  @Test
  void wordsStandAloneOrWithinQuotationMarks() {
    assertThat(terms("  cold \"free words\" -old -\"not these\" - κ<3 "))
        .containsExactly(
            new Words(false, "cold"),
            new Words(false, "free words"),
            new Words(true, "old"),
            new Words(true, "not these"),
            new Words(false, "-"),
            new Words(false, "κ<3"));
    assertThat(terms("\"not closed yet")).containsExactly(new Words(false, "not closed yet"));
    assertThat(terms("")).isEmpty();
  }

  @Test
  void fieldsHaveOneOfTheirValues() {
    assertThat(terms("kind:temperature-sweep,landscape -TAG:\"Figure 2\",old name=\"a, b\""))
        .containsExactly(
            new OneOf(false, SearchField.KIND, List.of("temperature-sweep", "landscape")),
            new OneOf(true, SearchField.TAG, List.of("figure-2", "old")),
            new OneOf(false, SearchField.NAME, List.of("a, b")));
  }

  @Test
  void numbersCompare() {
    assertThat(terms("curvature<3 tau>=-0.5 trials:12 -diverged>1e1 excess<=−2"))
        .containsExactly(
            new Compared(false, SearchField.CURVATURE, Comparison.BELOW, 3),
            new Compared(false, SearchField.TAU, Comparison.AT_LEAST, -0.5),
            new Compared(false, SearchField.TRIALS, Comparison.IS, 12),
            new Compared(true, SearchField.find("diverged").orElseThrow(), Comparison.ABOVE, 10),
            new Compared(false, SearchField.EXCESS, Comparison.AT_MOST, -2));
  }

  @Test
  void datesAreDaysMonthsAndYearsOfUtc() {
    assertThat(terms("created>2026-11-30 ended:2026-02 created<=2026"))
        .containsExactly(
            dated(SearchField.CREATED, Comparison.ABOVE, "2026-11-30", "2026-12-01"),
            dated(SearchField.ENDED, Comparison.IS, "2026-02-01", "2026-03-01"),
            dated(SearchField.CREATED, Comparison.AT_MOST, "2026-01-01", "2027-01-01"));
  }

  private static Dated dated(SearchField field, Comparison comparison, String from, String to) {
    return new Dated(
        false,
        field,
        comparison,
        Instant.parse(from + "T00:00:00Z"),
        Instant.parse(to + "T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cold kind:sweep | q must have at character 11, behind kind, one of ",
        "is:nice | q must have at character 4, behind is, one of favourite, active, archived, deleted; it is nice.",
        "tag: | q must have a tag at character 5, behind tag.",
        "tag:a, | q must have a tag at character 7, behind tag.",
        "x curvature<few | q must have a number at character 13, such as curvature<3; it is few.",
        "curvature<NaN | must have a number at character 11",
        "curvature<1e999 | must have a number at character 11",
        "trials> | must have a number at character 8, such as trials<3; it is nothing.",
        "created>yesterday | q must have a day, a month or a year at character 9",
        "created:2026-02-30 | must have a day, a month or a year at character 9",
        "kind<3 | q must have a colon at character 1, behind kind; it is kind<.",
        "-colour:red | q must have at character 2 one of the fields name, tag, state, kind, "
      })
  void whatIsWrongIsToldWithItsPlaceAndWhatIsAllowed(String search, String sentence) {
    assertThatThrownBy(() -> ReadSearch.of(search.strip(), "q"))
        .isInstanceOf(InvalidSpec.class)
        .hasMessageContaining(sentence.strip());
  }

  @Test
  void whateverIsTypedIsASearchOrARefusal() {
    var random = new Random(7);
    String letters = "-\":<>=, \tatgkindcurve0129\\%_'é\u0000.";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(24); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        Search search = ReadSearch.of(text.toString(), "q");
        assertThat(SearchSql.of(search).condition()).isNotEmpty();
      } catch (InvalidSpec refused) {
        assertThat(refused.getMessage()).startsWith("q must have ");
      }
    }
  }

  private static List<String> offered(String search) {
    return CompleteSearch.at(search, search.length(), List.of("paper", "figure-2")).stream()
        .map(CompleteSearch.Completion::text)
        .toList();
  }

  @Test
  void fieldsAndTheirValuesAreOffered() {
    assertThat(offered("ki")).containsExactly("kind:");
    assertThat(offered("cold cu")).containsExactly("curvature>");
    assertThat(offered("-ta")).containsExactly("tag:", "tau>");
    assertThat(offered("tag:")).containsExactly("paper", "figure-2");
    assertThat(offered("tag:old,fig")).containsExactly("figure-2");
    assertThat(offered("is:arch")).containsExactly("archived");
    assertThat(offered("network:res")).containsExactly("resnet10");
    assertThat(offered("network:resnet10")).describedAs("it is whole").isEmpty();
    assertThat(offered("\"ki")).isEmpty();
    assertThat(offered("colour:r")).isEmpty();
    assertThat(CompleteSearch.at("kind:temp hot", 9, List.of()))
        .containsExactly(new CompleteSearch.Completion("temperature-sweep", 5, ""));
  }
}
