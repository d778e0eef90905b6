package org.shiftscope.ui.launch;

import com.vaadin.flow.component.tabs.Tab;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.wording.TabStrip;

/** The kinds of experiments; choosing one opens what was begun of it, or else its first preset. */
final class KindTabs extends TabStrip {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Tab> tabs = new LinkedHashMap<>();

  KindTabs(Consumer<Preset> chosen) {
    super("Kinds of experiments");
    ExperimentSpec.kinds().forEach(kind -> offer(first(kind)));
    setVisible(tabs.size() > 1);
    addSelectedChangeListener(
        event -> {
          if (event.isFromClient()) {
            tabs.forEach(
                (kind, tab) -> {
                  if (tab.equals(event.getSelectedTab())) {
                    chosen.accept(first(kind));
                  }
                });
          }
        });
  }

  /** Shows which kind is being asked for. */
  void stand(String kind) {
    setSelectedTab(tabs.get(kind));
  }

  private void offer(Preset preset) {
    var tab = new Tab(KindPage.of(preset.spec()).words().title());
    tab.setId("kind-" + preset.spec().kind());
    tabs.put(preset.spec().kind(), tab);
    add(tab);
  }

  private static Preset first(String kind) {
    return Presets.all().stream()
        .filter(preset -> preset.spec().kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No preset is of the kind " + kind));
  }
}
