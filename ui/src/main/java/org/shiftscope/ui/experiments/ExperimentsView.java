package org.shiftscope.ui.experiments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.experiment.ChangeExperiment;
import org.shiftscope.ui.experiment.ChangeQueue;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.news.FollowNews;
import org.shiftscope.ui.news.LatestQuestion;
import org.shiftscope.ui.wording.EmptyState;

/**
 * The experiments, the newest first, live, a part at a time. News of an experiment brings its own
 * row up to date; the list is read again only where an experiment may come or go.
 */
@Route(value = Navigation.EXPERIMENTS, layout = MainLayout.class)
@PageTitle("Experiments · Shiftscope")
public final class ExperimentsView extends Div implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;
  private static final int PART = 50;

  /** Asked here, where a person asks: what comes later comes from the server. */
  private final boolean mayChange = Asker.may(Role.RESEARCHER);

  private final transient Backend backend = Backend.get();
  private final transient ChangeExperiment change = new ChangeExperiment(backend.experiments());
  private final transient ChangeQueue queue = new ChangeQueue(backend.experiments());
  private final transient Map<ExperimentId, ExperimentRow> rows = new ConcurrentHashMap<>();
  private final transient Set<ExperimentId> moved = ConcurrentHashMap.newKeySet();
  // at first, since what was submitted before this page followed the news is not among them
  private final transient AtomicBoolean stale = new AtomicBoolean(true);
  private final SearchBox search =
      new SearchBox(() -> backend.experiments().tags().sequencedKeySet());
  private final SearchHelp help = new SearchHelp();
  private final Paragraph problem = new Paragraph();
  private final Paragraph without = new Paragraph();
  private final SavedSearchList saved = new SavedSearchList(backend.experiments().searches());
  private final Select<Shown.Filter> filter = new Select<>();
  private final UnorderedList list = new UnorderedList();
  private final Div heads = heads();
  private final Div empty = new Div();
  private final Button more = new Button("Show more", click -> showMore());
  private transient volatile Shown shown = Shown.ALL;
  private volatile int limit = PART;

  private final LatestQuestion asked = new LatestQuestion();

  /** Called by Vaadin. */
  public ExperimentsView() {
    addClassNames("page", "experiments");
    list.addClassName("experiment-list");
    more.setId("show-more");
    without.setId("without-numbers");
    without.addClassName("quiet");
    problem.setId("search-problem");
    problem.addClassName("problem");
    problem.getElement().setAttribute("aria-live", "polite");
    search.addValueChangeListener(
        event -> look(new Shown(event.getValue(), shown.filter()), event.isFromClient()));
    filter.setId("filter");
    filter.setAriaLabel("Which experiments are shown");
    filter.setItems(Shown.Filter.values());
    filter.setItemLabelGenerator(Shown.Filter::title);
    filter.setValue(Shown.Filter.ALL);
    filter.addValueChangeListener(
        event -> look(new Shown(shown.text(), event.getValue()), event.isFromClient()));
    add(head(), problem, saved, heads, list, empty, more, without);
    FollowNews.whileAttached(
        this, backend.experiments(), this::concerns, this::read, Runnable::run);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, String> address = new HashMap<>();
    event
        .getLocation()
        .getQueryParameters()
        .getParameters()
        .forEach((name, values) -> address.put(name, values.getFirst()));
    shown = saved.expanded(address).map(Shown::from).orElseGet(() -> Shown.from(address));
    search.setValue(shown.text());
    filter.setValue(shown.filter());
    limit = Shown.rows(address).orElse(PART);
    ask();
  }

  private Div head() {
    var create =
        new Button("New experiment", VaadinIcon.PLUS.create(), click -> Navigation.toForm());
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var place = new Div(search, help);
    place.addClassName("search-place");
    var bring =
        new Button(
            "Import",
            VaadinIcon.UPLOAD_ALT.create(),
            click -> new ImportDialog(backend.experiments()).open());
    bring.setId("import-open");
    bring.setVisible(mayChange);
    var head = new Div(new H1("Experiments"), place, filter, bring, create);
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

  /** Called from storage's threads. */
  private boolean concerns(Event event) {
    boolean comesOrGoes =
        switch (event.type()) {
          case EXPERIMENT_SUBMITTED,
              EXPERIMENT_DELETED,
              EXPERIMENT_RESTORED,
              EXPERIMENT_EDITED,
              EXPERIMENT_PURGED ->
              true;
          case EXPERIMENT_STARTED,
              EXPERIMENT_PAUSED,
              EXPERIMENT_RESUMED,
              EXPERIMENT_ENDED,
              EXPERIMENT_RETRIED ->
              !shown.equals(Shown.ALL);
          case TRIAL_STARTED,
              TRIAL_PAUSED,
              TRIAL_RESUMED,
              TRIAL_ENDED,
              TRIAL_REQUEUED,
              TRIAL_PROGRESS ->
              false;
        };
    if (comesOrGoes) {
      stale.set(true);
    }
    boolean isShown = rows.containsKey(event.experiment());
    if (isShown) {
      moved.add(event.experiment());
    }
    return comesOrGoes || isShown;
  }

  /** Reads what changed, in a background thread. Returns how to show it. */
  private Runnable read() {
    List<ExperimentId> ids = List.copyOf(moved);
    moved.removeAll(ids);
    if (stale.getAndSet(false) && shown.isSearch()) {
      long question = asked.number();
      FoundExperiments found = find();
      return () -> showIfStillAsked(question, found);
    }
    List<ExperimentSummary> now =
        ids.stream().flatMap(id -> backend.experiments().summary(id).stream()).toList();
    List<ExperimentId> line = FoundExperiments.line(backend.experiments());
    return () -> {
      now.forEach(this::update);
      sayPlaces(line);
    };
  }

  private void sayPlaces(List<ExperimentId> line) {
    Map<ExperimentId, Integer> places = new HashMap<>();
    line.forEach(id -> places.put(id, places.size()));
    rows.forEach((id, row) -> row.sayPlace(places.getOrDefault(id, -1)));
  }

  private FoundExperiments find() {
    return FoundExperiments.read(backend.experiments(), shown, limit);
  }

  /** What was asked for since has been read later, so it knows this news too. */
  private void showIfStillAsked(long question, FoundExperiments found) {
    if (asked.is(question)) {
      show(found);
    }
  }

  /** What is no search yet, as while somebody types, leaves what was found before. */
  private void ask() {
    asked.next();
    try {
      show(find());
      search.setInvalid(false);
      problem.setText("");
    } catch (InvalidSpec refused) {
      search.setInvalid(true);
      problem.setText(refused.getMessage());
    }
    saved.show(shown.text());
  }

  private void update(ExperimentSummary experiment) {
    ExperimentRow row = rows.get(experiment.id());
    if (row != null) {
      row.show(experiment);
    }
  }

  private void look(Shown wanted, boolean byPerson) {
    if (!wanted.equals(shown)) {
      shown = wanted;
      limit = PART;
      if (byPerson) {
        keepInAddress();
      }
      ask();
    }
  }

  private void showMore() {
    limit += PART;
    keepInAddress();
    ask();
  }

  /** Brings the rows in line with what was found, moving none without need. */
  private void show(FoundExperiments found) {
    List<ExperimentRow> wanted =
        found.experiments().stream().map(each -> row(each, found)).toList();
    if (!list.getChildren().toList().equals(wanted)) {
      list.removeAll();
      wanted.forEach(list::add);
    }
    rows.values().retainAll(wanted);
    sayPlaces(found.line());
    more.setVisible(found.more());
    without.setVisible(found.without() > 0);
    without.setText(without(found.without()));
    heads.setVisible(!wanted.isEmpty());
    list.setVisible(!wanted.isEmpty());
    boolean looking = found.any() || !shown.equals(Shown.ALL);
    search.setVisible(looking);
    help.setVisible(looking);
    filter.setVisible(looking);
    empty.removeAll();
    if (wanted.isEmpty()) {
      empty.add(looking ? nothingFound() : nothingYet());
    }
  }

  private String without(int count) {
    return count == 0
        ? ""
        : (count == 1 ? "One other experiment matches" : count + " other experiments match")
            + " but for "
            + String.join(", ", shown.search().numbers())
            + ": numbers of findings are there once an experiment has ended, if its kind measures"
            + " them.";
  }

  private ExperimentRow row(ExperimentSummary experiment, FoundExperiments found) {
    ExperimentRow row =
        rows.computeIfAbsent(
            experiment.id(),
            id ->
                new ExperimentRow(
                    experiment,
                    Objects.requireNonNull(found.specs().get(id)),
                    change,
                    queue,
                    backend.clock(),
                    mayChange));
    row.show(experiment);
    return row;
  }

  private void keepInAddress() {
    Map<String, String> address = shown.address();
    if (limit > PART) {
      address.put(Shown.ROWS, Integer.toString(limit));
    }
    var parameters = QueryParameters.simple(address);
    UI.getCurrent().getPage().getHistory().replaceState(null, new Location("", parameters));
  }

  private EmptyState nothingYet() {
    var quick = new Button("Launch the quick start", click -> launchQuickStart());
    quick.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    quick.setId("quick-start");
    quick.setDisableOnClick(true);
    quick.setVisible(mayChange);
    var own = new Button("Set up an experiment", click -> Navigation.toForm());
    return new EmptyState(
        "No experiment yet",
        "The quick start sweeps four temperatures on the built-in digits: a few seconds, and it"
            + " shows every chart.",
        quick,
        own);
  }

  private EmptyState nothingFound() {
    var all = new Button("Show all experiments", click -> showAll());
    if (shown.text().isBlank()) {
      if (shown.filter() == Shown.Filter.ARCHIVE) {
        return new EmptyState(
            "The archive is empty",
            "Archived experiments are out of the list, and nothing of them is deleted.",
            all);
      }
      return shown.filter() == Shown.Filter.BIN
          ? new EmptyState(
              "The bin is empty",
              "Deleted experiments stay here for a while, and can be restored until then.",
              all)
          : new EmptyState(
              "No experiment is " + shown.filter().title().toLowerCase(Locale.ROOT),
              "This list fills by itself.",
              all);
    }
    return new EmptyState(
        "Nothing matches “" + shown.text() + "”",
        "All of its terms must hold. Words are looked for in titles, ids, states, tags and specs; the question mark"
            + " beside the search has the fields.",
        all);
  }

  private void showAll() {
    shown = Shown.ALL;
    search.clear();
    filter.setValue(Shown.Filter.ALL);
    keepInAddress();
    ask();
  }

  private void launchQuickStart() {
    Experiment experiment = backend.experiments().submit(Presets.all().getFirst().spec());
    Navigation.toExperiment(experiment.id());
  }
}
