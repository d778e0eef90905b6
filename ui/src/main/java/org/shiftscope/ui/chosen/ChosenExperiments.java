package org.shiftscope.ui.chosen;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Search;
import org.shiftscope.ui.frame.Navigation;

/**
 * The experiments that a page looks at together: each a link with a button that takes it away, and
 * a list to add from.
 */
public final class ChosenExperiments extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Experiments experiments;
  private final int most;
  private final String without;
  private final transient Consumer<List<String>> choose;
  private final ComboBox<ExperimentSummary> add = new ComboBox<>("Add an experiment");
  private final Div list = new Div();
  private transient List<String> ids = List.of();

  /**
   * None chosen.
   *
   * @param most how many may be chosen
   * @param without what the button of one says, before its title
   * @param choose called with the ids that a person chose
   */
  public ChosenExperiments(
      Experiments experiments, int most, String without, Consumer<List<String>> choose) {
    this.experiments = experiments;
    this.most = most;
    this.without = without;
    this.choose = choose;
    addClassName("chosen-experiments");
    list.addClassName("chosen-list");
    add.setId("add-experiment");
    add.setPlaceholder("Title, dataset or id");
    add.setItemLabelGenerator(each -> each.title() + " · " + each.id());
    add.setItems(
        query -> offered(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    add.addValueChangeListener(
        event -> Optional.ofNullable(event.getValue()).ifPresent(this::added));
    add(add, list);
  }

  /** Shows these, by id. */
  public void show(List<String> chosen) {
    ids = chosen;
    list.removeAll();
    chosen.forEach(id -> list.add(chip(id)));
    add.setEnabled(chosen.size() < most);
    add.setHelperText(chosen.size() < most ? "" : "At most " + most + " at a time.");
  }

  private void added(ExperimentSummary experiment) {
    add.clear();
    if (!ids.contains(experiment.id().value())) {
      choose.accept(Stream.concat(ids.stream(), Stream.of(experiment.id().value())).toList());
    }
  }

  private Span chip(String id) {
    Optional<ExperimentSummary> experiment = ExperimentId.parse(id).flatMap(experiments::summary);
    String title = experiment.map(ExperimentSummary::title).orElse(id);
    var remove =
        new Button(
            VaadinIcon.CLOSE_SMALL.create(),
            click -> choose.accept(ids.stream().filter(each -> !each.equals(id)).toList()));
    remove.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    remove.setAriaLabel(without + " " + title);
    var chip = new Span();
    experiment.ifPresentOrElse(
        known -> chip.add(Navigation.linkToExperiment(title, known.id())), () -> chip.add(title));
    chip.add(remove);
    chip.addClassName("chip");
    return chip;
  }

  private Stream<ExperimentSummary> offered(String text, int offset, int limit) {
    Search search = Search.words(text.replace(" · ", " "));
    return experiments.list(search, Optional.empty(), offset + limit).stream().skip(offset);
  }
}
