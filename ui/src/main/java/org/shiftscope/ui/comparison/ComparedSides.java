package org.shiftscope.ui.comparison;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.Side;
import org.shiftscope.ui.wording.Notation;

/** What is compared with what, and in what it differs. */
final class ComparedSides extends UnorderedList {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<List<String>> choose;

  /** {@code choose}: called with the ids, of which the first is to be the reference. */
  ComparedSides(ExperimentComparison comparison, Consumer<List<String>> choose) {
    this.choose = choose;
    addClassNames("card", "compared-sides");
    setId("differences");
    add(item(comparison.reference(), "The reference: the others are compared with it."));
    comparison.others().forEach(side -> add(other(comparison, side)));
  }

  private ListItem other(ExperimentComparison comparison, Side side) {
    ListItem item = item(side, side.sentence());
    item.setClassName("confounded", side.confounded());
    var button =
        new Button("Make it the reference", click -> choose.accept(first(comparison, side)));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel("Make " + side.name() + " the reference");
    item.add(button);
    return item;
  }

  private static List<String> first(ExperimentComparison comparison, Side side) {
    return Stream.concat(
            Stream.of(side.experiment()),
            Stream.concat(Stream.of(comparison.reference()), comparison.others().stream())
                .map(Side::experiment)
                .filter(id -> !id.equals(side.experiment())))
        .toList();
  }

  private static ListItem item(Side side, String sentence) {
    var name = new Span(side.name());
    name.addClassName("compared-name");
    var said = new Paragraph();
    Notation.show(said, sentence);
    var words = new Div(name, said);
    if (!side.trials().isEmpty()) {
      var trials = new Paragraph(side.trials());
      trials.addClassName("quiet");
      words.add(trials);
    }
    return new ListItem(words);
  }
}
