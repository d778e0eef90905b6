package org.shiftscope.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import java.util.List;
import org.shiftscope.storage.SearchField;
import org.shiftscope.ui.frame.Navigation;

/** What the search language can say: examples to press, and every field. */
final class SearchHelp extends Button {

  private static final long serialVersionUID = 1L;

  static final List<String> EXAMPLES =
      List.of(
          "kind:temperature-sweep network:cnn curvature<3",
          "tag:paper is:favourite -tag:old",
          "state:failed,cancelled created>2026-11",
          "trend:falls tau<-0.5 measured>=10",
          "\"two stages\" dataset:fashion-mnist",
          "is:archived,active -has:note");

  private static final String LAW =
      "All terms must hold. A comma is or, a hyphen in front is not, quotation marks hold words together. Numbers and dates take"
          + " < <= > >= and =; a date is a day, a month or a year of UTC. Numbers of findings are there once an experiment has"
          + " ended, if its kind measures them: has:curvature finds those.";

  SearchHelp() {
    super(VaadinIcon.QUESTION_CIRCLE_O.create());
    addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    setId("search-help");
    setAriaLabel("What the search understands");
    setTooltipText("What the search understands");
    var popover = new Popover();
    popover.setTarget(this);
    popover.setModal(true);
    popover.setAriaLabel("What the search understands");
    popover.addOpenedChangeListener(
        event -> {
          popover.removeAll();
          if (event.isOpened()) {
            popover.add(content());
          }
        });
  }

  private static Div content() {
    var examples = new UnorderedList();
    EXAMPLES.forEach(
        example -> examples.add(new ListItem(Navigation.linkToSearch(example, example))));
    var fields = new DescriptionList();
    SearchField.ALL.forEach(
        field -> {
          fields.add(new DescriptionList.Term(field.name() + (field.isOrdered() ? "" : ":")));
          fields.add(new DescriptionList.Description(explained(field)));
        });
    var content = new Div(new H2("Search"), new Paragraph(LAW), examples, new H2("Fields"), fields);
    content.addClassName("search-help");
    return content;
  }

  private static String explained(SearchField field) {
    return field.explanation()
        + (field.values().isEmpty() ? "" : ": " + String.join(", ", field.values()));
  }
}
