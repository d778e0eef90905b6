package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.ui.Backend;
import org.shiftscope.ui.MainLayout;
import org.shiftscope.ui.news.FollowNews;

/** One experiment, live. {@code ?tab=} and {@code ?trial=} keep what a person looks at. */
@Route(value = "experiments/:id", layout = MainLayout.class)
public final class ExperimentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final String ID = "id";

  private final transient Backend backend = Backend.get();
  private transient @Nullable Open open;

  /** Called by Vaadin. */
  public ExperimentView() {
    addClassNames("page", "experiment");
    FollowNews.whileAttached(
        this,
        backend.experiments(),
        this::concerns,
        () -> Optional.ofNullable(open).map(now -> Snapshot.read(backend.experiments(), now.id)),
        snapshot -> snapshot.ifPresent(this::show));
  }

  /** Goes to an experiment's page. */
  public static void open(ExperimentId id) {
    UI.getCurrent().navigate(ExperimentView.class, parameters(id));
  }

  /** A link to an experiment's page. */
  public static RouterLink link(String text, ExperimentId id) {
    return new RouterLink(text, ExperimentView.class, parameters(id));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String id = event.getRouteParameters().get(ID).orElse("");
    FindExperiment.byId(backend.experiments(), id)
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

  private static RouteParameters parameters(ExperimentId id) {
    return new RouteParameters(ID, id.value());
  }

  private void enter(Experiment experiment, QueryParameters query) {
    Open now = open;
    if (now == null || !now.id.equals(experiment.id())) {
      now = new Open(experiment);
      open = now;
      removeAll();
      now.parts().forEach(this::add);
    }
    now.selection = Selection.from(query);
    now.show(Snapshot.read(backend.experiments(), experiment.id()));
  }

  private boolean concerns(Event event) {
    Open now = open;
    return now != null && event.experiment().equals(now.id);
  }

  private void show(Snapshot snapshot) {
    Open now = open;
    if (now != null && now.id.equals(snapshot.experiment().id())) {
      now.show(snapshot);
    }
  }

  private void choose(Selection selection) {
    Open now = open;
    if (now != null && !selection.equals(now.selection)) {
      UI.getCurrent().navigate(ExperimentView.class, parameters(now.id), selection.toQuery());
    }
  }

  /** The parts for the experiment that is open. */
  private final class Open {

    final ExperimentId id;
    final String title;
    private final ExperimentHead head;
    private final Tabs tabs = new Tabs();
    private final Map<Selection.Tab, com.vaadin.flow.component.tabs.Tab> tabOf =
        new EnumMap<>(Selection.Tab.class);
    private final Map<Selection.Tab, Component> panels = new EnumMap<>(Selection.Tab.class);
    private final ResultPanels results;
    Selection selection = Selection.from(QueryParameters.empty());

    Open(Experiment experiment) {
      id = experiment.id();
      title = experiment.spec().title();
      head = new ExperimentHead(experiment, backend);
      results = ResultPanels.of(experiment.spec(), backend, ExperimentView.this::choose);
      panels.putAll(results.panels());
      panels.put(Selection.Tab.SPEC, new SpecPanel(experiment));
      for (Selection.Tab tab : panels.keySet()) {
        var handle = new com.vaadin.flow.component.tabs.Tab(tab.title());
        handle.setId("tab-" + tab.id());
        tabOf.put(tab, handle);
        tabs.add(handle);
      }
      tabs.addSelectedChangeListener(
          event -> {
            if (event.isFromClient()) {
              tabOf.forEach((tab, handle) -> chooseIfSelected(tab, handle));
            }
          });
    }

    List<Component> parts() {
      var place = new Div(panels.values().toArray(Component[]::new));
      place.addClassName("panels");
      return List.of(head, tabs, place);
    }

    void show(Snapshot snapshot) {
      head.show(snapshot.experiment());
      Selection.Tab chosen =
          panels.containsKey(selection.tab()) ? selection.tab() : panels.keySet().iterator().next();
      tabs.setSelectedTab(tabOf.get(chosen));
      panels.forEach((tab, panel) -> panel.setVisible(tab == chosen));
      results.show(snapshot, new Selection(chosen, selection.trial()));
    }

    private void chooseIfSelected(Selection.Tab tab, com.vaadin.flow.component.tabs.Tab handle) {
      if (handle.equals(tabs.getSelectedTab())) {
        choose(selection.with(tab));
      }
    }
  }
}
