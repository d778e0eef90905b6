package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.Browserless.byId;
import static org.shiftscope.ui.Browserless.text;
import static org.shiftscope.ui.Browserless.until;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentEdit;
import org.shiftscope.storage.SavedSearch;

/** The search in the list of experiments, as a person uses it. */
class SearchViewTest extends PageStory {

  private Experiment submit(String title) {
    return pages.experiments().submit(Planted.sweep(title, List.of(0.01), 1));
  }

  private static TextField box() {
    return byId(TextField.class, "search");
  }

  private static long shown() {
    return _find(ListItem.class, spec -> spec.withClasses("experiment-row")).size();
  }

  @Test
  void aSearchStandsInTheAddressAndIsReadFromIt() {
    submit("cold");
    Experiment hot = submit("hot");
    pages.experiments().edit(hot.id(), ExperimentEdit.tags(List.of("paper")));
    pages.visit("?q=tag:paper+-cold");
    assertThat(box().getValue()).isEqualTo("tag:paper -cold");
    assertThat(shown()).isEqualTo(1);
    assertThat(text()).contains("hot");
  }

  @Test
  void whatIsNoSearchYetIsSaidAndLeavesTheListAsItWas() {
    submit("cold");
    pages.visit("");
    box().setValue("kind:temp");
    assertThat(byId(Paragraph.class, "search-problem").getText())
        .startsWith("The search must have at character 6, behind kind, one of temperature-sweep");
    assertThat(box().isInvalid()).isTrue();
    assertThat(shown()).isEqualTo(1);
    submit("news while it is wrong");
    box().setValue("kind:temperature-sweep");
    assertThat(box().isInvalid()).isFalse();
    assertThat(byId(Paragraph.class, "search-problem").getText()).isEmpty();
    assertThat(shown()).isEqualTo(2);
  }

  @Test
  void whatHasNoNumbersYetIsCounted() {
    Experiment measured =
        pages.run(
            Planted.sweep("measured", List.of(0.01), 2),
            (spec, trial, watch) -> Planted.measurement(2, 0.3, Outcome.MEASURED));
    submit("waits");
    until(
        () ->
            pages
                .experiments()
                .summary(measured.id())
                .orElseThrow()
                .found()
                .curvature()
                .isPresent());
    pages.visit("?q=curvature<3");
    assertThat(shown()).isEqualTo(1);
    assertThat(byId(Paragraph.class, "without-numbers").getText())
        .startsWith("One other experiment matches but for curvature: numbers of findings");
    pages.visit("?q=-has:curvature");
    assertThat(text()).contains("waits").doesNotContain("measured");
  }

  @Test
  void aSearchIsKeptUnderANameAndItsAddressStays() {
    submit("cold");
    submit("hot");
    pages.visit("?q=hot");
    _click(byId(Button.class, "save-search"));
    byId(TextField.class, "search-name").setValue("");
    _click(byId(Button.class, "save-name"));
    assertThat(byId(TextField.class, "search-name").getErrorMessage())
        .contains("name must have 1 to 100 characters");
    byId(TextField.class, "search-name").setValue("Hot ones");
    _click(byId(Button.class, "save-name"));

    SavedSearch kept = pages.experiments().searches().all().getFirst();
    assertThat(kept.query()).isEqualTo("hot");
    assertThat(text()).contains("Hot ones");
    pages.visit("?search=" + kept.id());
    assertThat(shown()).isEqualTo(1);
    assertThat(box().getValue()).isEqualTo("hot");
    assertThat(_find(Button.class, spec -> spec.withId("save-search"))).isEmpty();
  }

  @Test
  void aKeptSearchGetsAnotherQueryOnThePage() {
    submit("cold");
    SavedSearch kept = pages.experiments().searches().keep("Mine", "hot");
    pages.visit("?search=" + kept.id());
    assertThat(shown()).isZero();
    MenuBar menu = _get(MenuBar.class);
    MenuItem edit = menu.getItems().getFirst().getSubMenu().getItems().getFirst();
    ComponentUtil.fireEvent(edit, new ClickEvent<>(edit));
    byId(TextField.class, "search-query").setValue("kind:temp");
    _click(byId(Button.class, "save-name"));
    assertThat(byId(TextField.class, "search-query").getErrorMessage()).contains("query");
    byId(TextField.class, "search-query").setValue("cold");
    _click(byId(Button.class, "save-name"));
    assertThat(pages.experiments().searches().all().getFirst().query()).isEqualTo("cold");
    pages.visit("?search=" + kept.id() + "&again=1");
    assertThat(shown()).isEqualTo(1);
  }
}
