package org.shiftscope.ui.experiments;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.ReadSearch;
import org.shiftscope.storage.SavedSearch;
import org.shiftscope.storage.SavedSearches;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.Notify;

/**
 * The searches that people keep, each with an address of its own; the one that is typed can join.
 */
final class SavedSearchList extends Nav {

  private static final long serialVersionUID = 1L;

  /** Asked here, where a person asks: what comes later comes from the server. */
  private final boolean mayChange = Asker.may(Role.RESEARCHER);

  private final transient SavedSearches searches;
  private final Button keep = new Button("Save this search", VaadinIcon.BOOKMARK_O.create());
  private String typed = "";

  SavedSearchList(SavedSearches searches) {
    this.searches = searches;
    addClassName("saved-searches");
    getElement().setAttribute("aria-label", "Saved searches");
    keep.setId("save-search");
    keep.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    keep.addClickListener(
        click -> ask("Save this search", "", typed, (name, query) -> searches.keep(name, query)));
  }

  /**
   * An address that names a saved search, as the address of what that looks for; empty where it
   * names none.
   */
  Optional<Map<String, String>> expanded(Map<String, String> address) {
    return Optional.ofNullable(address.get(Navigation.SEARCH))
        .flatMap(searches::find)
        .map(
            found -> {
              Map<String, String> expanded = new LinkedHashMap<>(address);
              expanded.put(Navigation.QUERY, found.query());
              return expanded;
            });
  }

  /** Shows all, the one with this text marked. */
  void show(String text) {
    typed = text.strip();
    removeAll();
    List<SavedSearch> all = searches.all();
    all.forEach(each -> add(chip(each)));
    boolean kept = all.stream().anyMatch(each -> each.query().equals(typed));
    keep.setVisible(mayChange && !typed.isEmpty() && !kept);
    add(keep);
    setVisible(!all.isEmpty() || keep.isVisible());
  }

  private Span chip(SavedSearch search) {
    RouterLink link = Navigation.linkToSavedSearch(search.name(), search.id());
    if (search.query().equals(typed)) {
      link.getElement().setAttribute("aria-current", "true");
    }
    link.getElement().setAttribute("title", search.query());
    var menu = new MenuBar();
    menu.addThemeVariants(
        MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_SMALL);
    MenuItem more = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    more.setAriaLabel("Actions for the search " + search.name());
    more.getSubMenu().addItem("Edit", click -> edit(search));
    more.getSubMenu().addItem("Delete", click -> delete(search));
    var chip = mayChange ? new Span(link, menu) : new Span(link);
    chip.addClassNames("chip", "saved-search");
    return chip;
  }

  private void edit(SavedSearch search) {
    ask(
        "Edit the search",
        search.name(),
        search.query(),
        (name, query) -> {
          if (!searches.change(search.id(), name, query)) {
            Notify.problem("Somebody deleted that search meanwhile.");
          }
        });
  }

  private void delete(SavedSearch search) {
    if (searches.delete(search.id())) {
      show(typed);
      Notify.undoable(
          "Deleted the search “" + search.name() + "”.",
          () -> {
            searches.restore(search.id());
            show(typed);
          });
    }
  }

  private void ask(String title, String named, String asked, BiConsumer<String, String> save) {
    var dialog = new Dialog(title);
    var name = new TextField("Name");
    name.setId("search-name");
    name.setValue(named);
    var query = new TextField("Search");
    query.setId("search-query");
    query.setMaxLength(ReadSearch.LONGEST);
    query.setValue(asked);
    Runnable done =
        () -> {
          try {
            save.accept(name.getValue(), query.getValue());
            dialog.close();
            show(typed);
          } catch (InvalidSpec refused) {
            refuse(name, refused, "name");
            refuse(query, refused, "query");
          }
        };
    name.addKeyPressListener(Key.ENTER, press -> done.run());
    query.addKeyPressListener(Key.ENTER, press -> done.run());
    var button = new Button("Save", click -> done.run());
    button.setId("save-name");
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var fields = new Div(name, query);
    fields.addClassName("saved-search-fields");
    dialog.add(fields);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), button);
    dialog.open();
  }

  private static void refuse(TextField field, InvalidSpec refused, String name) {
    String laws =
        refused.problems().stream()
            .filter(problem -> problem.field().startsWith(name))
            .map(Problem::message)
            .collect(Collectors.joining(" "));
    field.setErrorMessage(laws);
    field.setInvalid(!laws.isEmpty());
  }
}
