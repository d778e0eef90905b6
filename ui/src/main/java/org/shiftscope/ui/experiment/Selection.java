package org.shiftscope.ui.experiment;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a person looks at, kept in the address.
 *
 * @param tab the chosen tab
 * @param trial the chosen trial
 */
record Selection(Tab tab, OptionalInt trial) {

  /** The tabs of the page. */
  enum Tab {
    FIGURES("figures", "Figures"),
    TRENDS("trends", "Trends"),
    EQ3("eq3", "Eq. 3"),
    TRIAL("trial", "Trial"),
    TRIALS("trials", "All trials"),
    SPEC("spec", "Spec");

    private final String id;
    private final String title;

    Tab(String id, String title) {
      this.id = id;
      this.title = title;
    }

    String id() {
      return id;
    }

    String title() {
      return title;
    }
  }

  /** What an address says; the first tab and no trial where it says nothing usable. */
  static Selection from(QueryParameters query) {
    String tabId = query.getSingleParameter("tab").orElse("");
    OptionalInt trial =
        query.getSingleParameter("trial").filter(text -> text.matches("\\d{1,6}")).stream()
            .mapToInt(Integer::parseInt)
            .findFirst();
    Tab start = trial.isPresent() ? Tab.TRIAL : Tab.TRENDS;
    Tab tab = Stream.of(Tab.values()).filter(t -> t.id.equals(tabId)).findFirst().orElse(start);
    return new Selection(tab, trial);
  }

  QueryParameters toQuery() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("tab", tab.id);
    trial.ifPresent(number -> query.put("trial", Integer.toString(number)));
    return QueryParameters.simple(query);
  }

  Selection with(Tab other) {
    return new Selection(other, trial);
  }

  Selection with(Tab other, int number) {
    return new Selection(other, OptionalInt.of(number));
  }
}
