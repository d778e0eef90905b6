package org.shiftscope.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person looks at comes back from its address. */
class SelectionTest {

  private static Selection of(String query) {
    return Selection.from(QueryParameters.fromString(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tab=trends",
        "tab=trial&trial=3",
        "tab=notes&version=2",
        "tab=density&T=0.05",
        "tab=density&T=1.5E-4&include=all",
        "tab=scatter&without=3%2C17",
        "tab=scatter&x=Temperature&y=Seed&colour=Seed&log=xy",
      })
  void everyChoiceStandsInTheAddressAndIsReadFromIt(String query) {
    assertThat(of(of(query).toQuery().getQueryString())).isEqualTo(of(query));
    assertThat(of(query).toQuery().getQueryString()).hasSameSizeAs(query);
  }

  @Test
  void numbersThatNoTrialHasAreNotLeftOut() {
    assertThat(of("without=3%2C39%2C40%2C9999").within(40).include().without())
        .containsExactly(3, 39);
    assertThat(of("tab=scatter&without=9999").within(40)).isEqualTo(of("tab=scatter"));
  }

  @Test
  void whatASliderChoosesComesBackToTheLastBit() {
    Selection slid = of("tab=density").at(0.1 * 3);
    assertThat(of(slid.toQuery().getQueryString()).temperature()).hasValue(0.1 * 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"T=warm", "T=NaN", "T=-1", "T=1e999", "version=x", "trial=-3"})
  void whatIsNoChoiceIsNone(String query) {
    assertThat(of(query).temperature()).isEmpty();
    assertThat(of(query).noteVersion()).isEmpty();
    assertThat(of(query).trial()).isEmpty();
  }
}
