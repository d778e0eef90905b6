package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.news.FollowNews;
import org.shiftscope.ui.news.ReadAside;
import org.shiftscope.ui.scatter.ScatterTab;
import org.shiftscope.ui.wording.EmptyState;
import org.shiftscope.ui.wording.TabStrip;
import org.shiftscope.ui.wording.Words;

/** One experiment, live. {@code ?tab=} and {@code ?trial=} keep what a person looks at. */
@Route(value = Navigation.EXPERIMENT, layout = MainLayout.class)
public final class ExperimentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient Backend backend = Backend.get();

  /** Asked here, where a person asks: what comes later comes from the server. */
  private final boolean mayChange = Asker.may(Role.RESEARCHER);

  private transient @Nullable Open open;

  /** Called by Vaadin. */
  public ExperimentView() {
    addClassNames("page", "experiment");
    FollowNews.whileAttached(
        this,
        backend.experiments(),
        this::concerns,
        () -> Optional.ofNullable(open).flatMap(Open::read),
        this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String id = event.getRouteParameters().get(Navigation.ID).orElse("");
    ExperimentId.parse(id)
        .flatMap(backend.experiments()::find)
        .ifPresentOrElse(
            experiment -> enter(experiment, event.getLocation().getQueryParameters()),
            () ->
                event.rerouteToError(
                    NotFoundException.class,
                    "There is no experiment with the id “" + id + "” on this server."));
  }

  @Override
  public String getPageTitle() {
    Open now = open;
    return (now == null ? "Experiment" : now.title) + " · Shiftscope";
  }

  private void enter(Experiment experiment, QueryParameters query) {
    Open now = open;
    if (now == null || !now.id.equals(experiment.id())) {
      now = new Open(experiment);
      open = now;
      removeAll();
      now.parts().forEach(this::add);
    }
    now.selection = Selection.from(query).within(experiment.progress().trials());
    now.showWhatIsKnown(experiment);
    ReadAside.within(UI.getCurrent(), now::read, this::show);
  }

  private boolean concerns(Event event) {
    Open now = open;
    return now != null && event.experiment().equals(now.id);
  }

  private void show(Optional<Snapshot> read) {
    read.ifPresent(this::show);
  }

  private void show(Snapshot snapshot) {
    Open now = open;
    // Who chose other trials since has read anew with them.
    if (now != null
        && now.id.equals(snapshot.experiment().id())
        && now.selection.include().equals(snapshot.include())) {
      now.show(snapshot);
    }
  }

  private void choose(Selection selection) {
    Open now = open;
    if (now != null && !selection.equals(now.selection)) {
      Navigation.toExperiment(now.id, selection.toQuery());
    }
  }

  /** The parts for the experiment that is open. */
  private final class Open {

    final ExperimentId id;
    private String title;
    private final ExperimentHead head;
    private final FindingsList findings = new FindingsList();
    private final TabStrip tabs = new TabStrip("What is shown of the experiment");
    private final Map<String, Panel> panels = new LinkedHashMap<>();
    private final IncludeSwitch include = new IncludeSwitch(this::chooseMeasured);
    private final LeftOutByHand leftOut = new LeftOutByHand(this::chooseWithout);
    private final Div waiting = new Div();
    private @Nullable Snapshot last;
    private volatile List<Trial> trials = List.of();
    volatile Selection selection = Selection.from(QueryParameters.empty());

    Open(Experiment experiment) {
      id = experiment.id();
      title = experiment.title();
      head = new ExperimentHead(experiment, backend, () -> selection);
      switch (experiment.document()) {
        case Document.Readable<ExperimentSpec>(ExperimentSpec spec) -> addPanels(spec);
        case Document.Unreadable<ExperimentSpec> unreadable -> {
          var panel = new UnreadablePanel(unreadable.sentence());
          add(Selection.TRIALS, "All trials", panel, (snapshot, now) -> panel.show(snapshot));
        }
      }
      var notes = new NotesPanel(id, backend, version -> choose(selection.note(version)));
      add(Selection.NOTES, "Notes", notes, notes::show);
      add(Selection.SPEC, "Spec", new SpecPanel(experiment), (snapshot, now) -> {});
      tabs.addSelectedChangeListener(
          event -> {
            if (event.isFromClient()) {
              chooseSelected();
            }
          });
    }

    private void addPanels(ExperimentSpec spec) {
      var asks = new FigureAsks(this::openTrial, leftOut::ask, this::slid);
      for (FigureTab tab : KindPage.of(spec).tabs()) {
        var panel = new FigureTabPanel(now -> tab, id.value(), asks);
        add(tab.id(), tab.title(), panel, panel::show);
      }
      var scatter =
          new ScatterPanel(spec, id.value(), asks, chosen -> choose(selection.with(chosen)));
      add(ScatterTab.ID, "Scatter", scatter, scatter::show);
      if (Kind.of(spec).epochs(0) > 0) {
        var running = new RunningPanel(id.value(), spec);
        add(Selection.RUNNING, "Running", running, (snapshot, now) -> running.show(snapshot));
      }
      var trial = new TrialPanel(id, spec, backend.share(), this::openTrial);
      add(Selection.TRIAL, "Trial", trial, trial::show);
      var trials =
          new TrialsPanel(
              id,
              spec,
              backend.clock(),
              selection,
              leftOut,
              mayChange ? Optional.of(this::moveTrial) : Optional.empty(),
              ExperimentView.this::choose);
      add(Selection.TRIALS, "All trials", trials, trials::show);
      var export = new ExportPanel(id, spec, backend.experiments(), backend.version());
      add(Selection.EXPORT, "Export", export, (snapshot, now) -> export.show(snapshot));
    }

    /** Called from the page's thread and from those that bring news. */
    Optional<Snapshot> read() {
      return Snapshot.read(backend.experiments(), id, selection.include(), trials);
    }

    List<Component> parts() {
      var place = new Div(panels.values().stream().map(Panel::content).toArray(Component[]::new));
      place.add(waiting);
      place.addClassName("panels");
      return List.of(head, findings, include, leftOut, tabs, place);
    }

    /** What stands until the trials are read and the findings over them computed. */
    void showWhatIsKnown(Experiment experiment) {
      Snapshot before = last;
      leftOut.show(selection.include(), experiment.progress().trials());
      if (before != null && before.include().equals(selection.include())) {
        show(before);
        return;
      }
      head.show(experiment.summary());
      offerRunning(experiment);
      findings.sayComputing();
      include.setVisible(false);
      String chosen = tab();
      boolean ready = chosen.equals(Selection.SPEC);
      panels.forEach((tab, panel) -> panel.content().setVisible(ready && tab.equals(chosen)));
      waiting.removeAll();
      waiting.add(
          new EmptyState(
              "Reading " + Words.count(experiment.progress().trials(), "trial") + " …",
              "What was found over them is computed meanwhile."));
      waiting.setVisible(!ready);
    }

    /** Only the visible panel is brought up to date. */
    void show(Snapshot snapshot) {
      last = snapshot;
      rename(snapshot.experiment().title());
      waiting.setVisible(false);
      head.show(snapshot.experiment().summary());
      trials = snapshot.trials();
      findings.say(snapshot.results());
      include.show(snapshot);
      offerRunning(snapshot.experiment());
      String chosen = tab();
      panels.forEach((tab, panel) -> panel.content().setVisible(tab.equals(chosen)));
      Optional.ofNullable(panels.get(chosen))
          .ifPresent(panel -> panel.show().accept(snapshot, selection.with(chosen)));
    }

    private void offerRunning(Experiment experiment) {
      Optional.ofNullable(panels.get(Selection.RUNNING))
          .ifPresent(running -> running.handle().setVisible(!experiment.state().ended()));
    }

    /** The title of the browser's tab follows, too. */
    private void rename(String now) {
      if (!now.equals(title)) {
        title = now;
        UI.getCurrent().getPage().setTitle(getPageTitle());
      }
    }

    /** Selects the tab of the address, or the first. */
    private String tab() {
      String chosen =
          panels.containsKey(selection.tab()) ? selection.tab() : panels.keySet().iterator().next();
      Optional.ofNullable(panels.get(chosen))
          .ifPresent(panel -> tabs.setSelectedTab(panel.handle()));
      return chosen;
    }

    private void add(
        String tab, String name, Component content, BiConsumer<Snapshot, Selection> show) {
      var handle = new Tab(name);
      handle.setId("tab-" + tab);
      tabs.add(handle);
      panels.put(tab, new Panel(handle, content, show));
    }

    private void chooseMeasured(Include.Measured wanted) {
      choose(selection.with(Include.of(wanted).without(selection.include().without())));
    }

    private void chooseWithout(SortedSet<Integer> trials) {
      choose(selection.with(selection.include().without(trials)));
    }

    /** What stands in the address is looked at already, so nothing is shown anew. */
    private void slid(double temperature) {
      selection = selection.with(tab()).at(temperature);
      Navigation.replaceExperiment(id, selection.toQuery());
    }

    private void moveTrial(Trial trial) {
      new ChangeQueue(backend.experiments()).trial(id, trial.number(), trial.state());
    }

    private void openTrial(int number) {
      choose(selection.open(number));
    }

    private void chooseSelected() {
      panels.forEach(
          (tab, panel) -> {
            if (panel.handle().equals(tabs.getSelectedTab())) {
              choose(selection.with(tab));
            }
          });
    }
  }

  /** A tab: its handle, its content, and how that is brought up to date. */
  private record Panel(Tab handle, Component content, BiConsumer<Snapshot, Selection> show) {}
}
