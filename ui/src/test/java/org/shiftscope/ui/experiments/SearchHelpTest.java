package org.shiftscope.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.storage.ReadSearch;

class SearchHelpTest {

  static java.util.List<String> examples() {
    return SearchHelp.EXAMPLES;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsASearch(String example) {
    assertThat(ReadSearch.of(example, "q").terms()).isNotEmpty();
  }
}
