package org.shiftscope.ui.launch;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shiftscope.compute.spec.Preset;

/** The presets to start from. */
public final class PresetCards extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<Preset> chosen;
  private final transient Map<String, NativeButton> cards = new LinkedHashMap<>();

  /** Calls with the preset that a person chooses. */
  public PresetCards(Consumer<Preset> chosen) {
    addClassName("presets");
    getElement().setAttribute("role", "group").setAttribute("aria-label", "Presets");
    this.chosen = chosen;
  }

  /** Offers these, in place of those before. */
  public void offer(List<Preset> presets) {
    removeAll();
    cards.clear();
    presets.forEach(preset -> add(card(preset, chosen)));
  }

  /** Marks one of them as the start of the form, or none. */
  void mark(String id) {
    cards.forEach(
        (name, card) ->
            card.getElement().setAttribute("aria-pressed", Boolean.toString(name.equals(id))));
  }

  private NativeButton card(Preset preset, Consumer<Preset> chosen) {
    var title = new Span(preset.title());
    title.addClassName("preset-title");
    var explanation = new Span(preset.explanation());
    explanation.addClassName("preset-explanation");
    var card = new NativeButton("", click -> chosen.accept(preset));
    card.add(title, explanation);
    card.addClassName("preset");
    card.setId("preset-" + preset.id());
    cards.put(preset.id(), card);
    return card;
  }
}
