package org.shiftscope.ui.figure;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure;

/** The figures of one experiment, with a slider where they look at one temperature. */
public final class FiguresPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final Div sliderPlace = new Div();
  private final Div grid = new Div();
  private final transient Map<String, FigureCard> cards = new LinkedHashMap<>();
  private transient Optional<Figures.Slide> slide = Optional.empty();
  private transient OptionalDouble temperature = OptionalDouble.empty();
  private transient @Nullable ExperimentSpec spec;
  private transient List<Trial> trials = List.of();

  /** Empty until something is shown. */
  public FiguresPanel() {
    addClassName("figures");
    grid.addClassName("chart-grid");
    add(sliderPlace, grid);
    setVisible(false);
  }

  /**
   * Shows what theory says of a spec, and what its trials found.
   *
   * @param trials empty in the live form
   * @return whether there is anything to see
   */
  public boolean show(ExperimentSpec spec, List<Trial> trials) {
    this.spec = spec;
    this.trials = trials;
    slider(Figures.slide(spec));
    return draw();
  }

  private boolean draw() {
    ExperimentSpec now = spec;
    List<Figure> figures = now == null ? List.of() : Figures.of(now, temperature, trials);
    if (!List.copyOf(cards.keySet()).equals(figures.stream().map(Figure::id).toList())) {
      cards.clear();
      grid.removeAll();
      figures.forEach(figure -> grid.add(card(figure.id())));
    }
    figures.forEach(figure -> card(figure.id()).draw(figure));
    setVisible(!figures.isEmpty());
    return !figures.isEmpty();
  }

  private FigureCard card(String id) {
    return cards.computeIfAbsent(id, FigureCard::new);
  }

  /** The chosen temperature stays while the range does. */
  private void slider(Optional<Figures.Slide> wanted) {
    if (!wanted.equals(slide)) {
      slide = wanted;
      temperature = OptionalDouble.empty();
      sliderPlace.removeAll();
      wanted.ifPresent(range -> sliderPlace.add(new TemperatureSlider(range, this::slideTo)));
    }
  }

  private void slideTo(double chosen) {
    temperature = OptionalDouble.of(chosen);
    draw();
  }
}
