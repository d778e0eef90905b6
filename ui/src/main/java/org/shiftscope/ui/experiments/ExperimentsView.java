package org.shiftscope.ui.experiments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.ui.Backend;
import org.shiftscope.ui.MainLayout;
import org.shiftscope.ui.experiment.ChangeExperiment;
import org.shiftscope.ui.experiment.ExperimentView;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.launch.NewExperimentView;
import org.shiftscope.ui.news.FollowNews;
import org.shiftscope.ui.wording.EmptyState;

/** All experiments, the newest first, live. {@code ?q=} searches. */
@Route(value = "", layout = MainLayout.class)
@PageTitle("Experiments · Shiftscope")
public final class ExperimentsView extends Div implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;
  private static final String QUERY = "q";
  private static final int PAGE_SIZE = 100;

  private final transient Backend backend = Backend.get();
  private final transient ChangeExperiment change = new ChangeExperiment(backend.experiments());
  private final transient Map<ExperimentId, ExperimentRow> rows = new HashMap<>();
  private final TextField search = new TextField();
  private final UnorderedList list = new UnorderedList();
  private final Div heads = heads();
  private final Div empty = new Div();
  private final Button more = new Button("Show more", click -> showMore());
  private transient List<Experiment> all = List.of();
  private int limit = PAGE_SIZE;

  /** Called by Vaadin. */
  public ExperimentsView() {
    addClassNames("page", "experiments");
    list.addClassName("experiment-list");
    search.setId("search");
    search.setPlaceholder("Search");
    search.setAriaLabel("Search experiments");
    search.setClearButtonVisible(true);
    search.setPrefixComponent(VaadinIcon.SEARCH.create());
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(200);
    search.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            keepInAddress(event.getValue());
          }
          arrange();
        });
    add(head(), heads, list, empty, more);
    FollowNews.whileAttached(
        this, backend.experiments(), event -> true, backend.experiments()::list, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    search.setValue(event.getLocation().getQueryParameters().getSingleParameter(QUERY).orElse(""));
    show(backend.experiments().list());
  }

  private Div head() {
    var create =
        new Button(
            "New experiment",
            VaadinIcon.PLUS.create(),
            click -> UI.getCurrent().navigate(NewExperimentView.class));
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var head = new Div(new H1("Experiments"), search, create);
    head.addClassName("page-head");
    return head;
  }

  private static Div heads() {
    var heads =
        new Div(
            Stream.of("Experiment", "State", "Progress", "Submitted", "Trials", "")
                .map(Span::new)
                .toArray(Span[]::new));
    heads.addClassNames("experiment-heads");
    heads.getElement().setAttribute("aria-hidden", "true");
    return heads;
  }

  private void show(List<Experiment> experiments) {
    all = experiments;
    arrange();
  }

  private void showMore() {
    limit += PAGE_SIZE;
    arrange();
  }

  /** Brings the rows in line with what is there and searched for, moving none without need. */
  private void arrange() {
    List<Experiment> found = all.stream().filter(this::matches).toList();
    List<ExperimentRow> wanted = found.stream().limit(limit).map(this::row).toList();
    if (!list.getChildren().toList().equals(wanted)) {
      list.removeAll();
      wanted.forEach(list::add);
    }
    rows.values().retainAll(wanted);
    more.setVisible(found.size() > limit);
    heads.setVisible(!found.isEmpty());
    list.setVisible(!found.isEmpty());
    search.setVisible(!all.isEmpty());
    empty.removeAll();
    if (found.isEmpty()) {
      empty.add(all.isEmpty() ? nothingYet() : nothingFound());
    }
  }

  private ExperimentRow row(Experiment experiment) {
    ExperimentRow row =
        rows.computeIfAbsent(
            experiment.id(), id -> new ExperimentRow(experiment, change, backend.clock()));
    row.show(experiment);
    return row;
  }

  private boolean matches(Experiment experiment) {
    String text =
        String.join(
                " ",
                experiment.spec().title(),
                experiment.id().value(),
                experiment.state().title(),
                KindPage.of(experiment.spec()).title(),
                KindPage.of(experiment.spec()).summary())
            .toLowerCase(Locale.ROOT);
    return Stream.of(search.getValue().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(text::contains);
  }

  private static void keepInAddress(String query) {
    var parameters = query.isBlank() ? QueryParameters.empty() : QueryParameters.of(QUERY, query);
    UI.getCurrent().getPage().getHistory().replaceState(null, new Location("", parameters));
  }

  private EmptyState nothingYet() {
    var quick = new Button("Launch the quick start", click -> launchQuickStart());
    quick.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    quick.setId("quick-start");
    quick.setDisableOnClick(true);
    var own =
        new Button(
            "Set up an experiment", click -> UI.getCurrent().navigate(NewExperimentView.class));
    return new EmptyState(
        "No experiment yet",
        "The quick start sweeps four temperatures on the built-in digits: a few seconds, and it shows every chart.",
        quick,
        own);
  }

  private EmptyState nothingFound() {
    return new EmptyState(
        "Nothing matches “" + search.getValue() + "”",
        "The search looks at titles, ids, states, datasets and networks.",
        new Button("Clear the search", click -> clearSearch()));
  }

  private void clearSearch() {
    search.clear();
    keepInAddress("");
  }

  private void launchQuickStart() {
    Experiment experiment = backend.experiments().submit(Presets.all().getFirst().spec());
    ExperimentView.open(experiment.id());
  }
}
