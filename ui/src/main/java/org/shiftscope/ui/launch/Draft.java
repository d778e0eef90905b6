package org.shiftscope.ui.launch;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shiftscope.ui.frame.Navigation;

/**
 * What a person has typed and not yet launched. It stands in the page's address, as what the form
 * was filled with and the texts that are others, so that a reload, the way back and a link to it
 * have it; and, for each kind of experiment, in the browser, for who comes back to the form by
 * another way. The server keeps none of it.
 */
@JsModule("./page/draft.ts")
final class Draft extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * Keeps a set-up as the newest of its kind, but for what was typed since in the browser.
   *
   * @param heard the texts of all fields, from which the browser sees what that is
   */
  void keep(String kind, QueryParameters setup, Map<String, String> heard) {
    getElement()
        .executeJs(
            "window.shiftscopeDraft.keep($0, $1, $2)",
            kind,
            setup.getQueryString(),
            QueryParameters.simple(heard).getQueryString());
  }

  /** Forgets that of a kind, once it is launched or left for another. */
  void forget(String kind) {
    // By the page: what an element asks of the browser is dropped once its view is left, as it is
    // next.
    UI.getCurrent().getPage().executeJs("window.shiftscopeDraft.forget($0)", kind);
  }

  /**
   * Finds what was begun.
   *
   * @param kind the kind of experiment; empty for the newest of all
   * @param found hears the set-up, or that there is none
   */
  void find(String kind, Consumer<Optional<QueryParameters>> found) {
    getElement()
        .executeJs("return window.shiftscopeDraft.find($0)", kind)
        .then(
            String.class,
            query ->
                found.accept(
                    Optional.of(query)
                        .filter(text -> !text.isEmpty())
                        .map(QueryParameters::fromString)));
  }

  /** The set-up of what a form was filled with and what was typed since. */
  static QueryParameters setup(QueryParameters start, Map<String, String> typed) {
    Map<String, String> all = new LinkedHashMap<>();
    start.getParameters().forEach((name, values) -> all.put(name, values.getFirst()));
    all.putAll(typed);
    return QueryParameters.simple(all);
  }

  /** What a set-up was filled with. */
  static QueryParameters start(QueryParameters setup) {
    return setup.including(Navigation.PRESET, Navigation.CLONE, Navigation.CHECK, Navigation.TRIAL);
  }

  /** What was typed since. */
  static Map<String, String> typed(QueryParameters setup) {
    Map<String, String> typed = new LinkedHashMap<>();
    setup
        .excluding(Navigation.PRESET, Navigation.CLONE, Navigation.CHECK, Navigation.TRIAL)
        .getParameters()
        .forEach((name, values) -> typed.put(name, values.getFirst()));
    return typed;
  }
}
