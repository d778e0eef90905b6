package org.shiftscope.ui.experiments;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Collection;
import java.util.function.Supplier;
import org.shiftscope.storage.CompleteSearch;
import org.shiftscope.storage.ReadSearch;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where a search is typed, with what may come next below it. */
@JsModule("./search/completions.ts")
final class SearchBox extends TextField {

  private static final long serialVersionUID = 1L;

  private final transient Supplier<? extends Collection<String>> tags;

  /** {@code tags}: those that there are, the most used first. */
  SearchBox(Supplier<? extends Collection<String>> tags) {
    this.tags = tags;
    addClassName("search-box");
    setId("search");
    setPlaceholder("Search: words, tag:paper, curvature<3 …");
    setAriaLabel("Search experiments");
    setMaxLength(ReadSearch.LONGEST);
    setClearButtonVisible(true);
    setPrefixComponent(VaadinIcon.SEARCH.create());
    setValueChangeMode(ValueChangeMode.LAZY);
    setValueChangeTimeout(200);
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    super.onAttach(attach);
    getElement().executeJs("window.shiftscopeComplete(this)");
  }

  /** Called by the page. */
  @ClientCallable
  ArrayNode complete(String text, int caret) {
    ArrayNode offered = JsonNodeFactory.instance.arrayNode();
    CompleteSearch.at(text, caret, tags.get())
        .forEach(
            each ->
                offered
                    .addObject()
                    .put("text", each.text())
                    .put("from", each.from())
                    .put("explanation", each.explanation()));
    return offered;
  }
}
