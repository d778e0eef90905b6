package org.shiftscope.ui.figure;

import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.ShareRange;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.Slide;

/** Figures that are seen together, with a slider where they look at one temperature. */
public final class FiguresPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final String of;
  private final transient IntConsumer openTrial;
  private final Div sliderPlace = new Div();
  private final Div grid = new Div();
  private final transient Map<String, FigureCard> cards = new LinkedHashMap<>();
  private transient Optional<Slide> slide = Optional.empty();
  private transient OptionalDouble temperature = OptionalDouble.empty();
  private transient DoubleConsumer slid = _ -> {};
  private transient Optional<Consumer<Collection<Integer>>> selected = Optional.empty();
  private transient @Nullable FigureTab tab;
  private transient Results results = Results.none();
  private transient OptionalInt chosen = OptionalInt.empty();

  /**
   * Empty until something is shown.
   *
   * @param of what the figures are of, in the names of files: the experiment's id
   * @param openTrial called with the trial of a point that a person clicks
   */
  public FiguresPanel(String of, IntConsumer openTrial) {
    this.of = of;
    this.openTrial = openTrial;
    addClassName("figures");
    grid.addClassName("chart-grid");
    add(sliderPlace, grid);
    setVisible(false);
  }

  /** Lets a person select trials by a box in each figure that is shown from here on. */
  public void onSelected(Consumer<Collection<Integer>> told) {
    selected = Optional.of(told);
  }

  /**
   * Shows what theory says, and what trials found.
   *
   * @param results none in the live form
   * @param chosen the trial whose points stand out
   * @return whether there is anything to see
   */
  public boolean show(FigureTab tab, Results results, OptionalInt chosen) {
    this.tab = tab;
    this.results = results;
    this.chosen = chosen;
    slider(tab.slide());
    return draw();
  }

  /**
   * Looks at a temperature, as an address says.
   *
   * @param wanted empty for where the slider stands first
   * @param slid called with each temperature that a person slides to
   */
  public void lookAt(OptionalDouble wanted, DoubleConsumer slid) {
    this.slid = slid;
    if (!wanted.equals(temperature)) {
      temperature = wanted;
      slide.ifPresent(this::slideThrough);
    }
  }

  /** Shows these figures. */
  public void show(List<Figure> figures) {
    draw(figures);
  }

  private boolean draw() {
    FigureTab now = tab;
    return draw(now == null ? List.of() : now.figures().of(temperature, results));
  }

  private boolean draw(List<Figure> figures) {
    place(figures.stream().map(Figure::id).toList());
    ShareRange.of(figures).forEach(figure -> card(figure.id()).draw(figure, chosen));
    setVisible(!figures.isEmpty());
    return !figures.isEmpty();
  }

  /** Puts the cards of these ids in their order; one that is there already stays as it is. */
  private void place(List<String> ids) {
    List.copyOf(cards.keySet()).stream()
        .filter(id -> !ids.contains(id))
        .forEach(id -> Optional.ofNullable(cards.remove(id)).ifPresent(grid::remove));
    for (int i = 0; i < ids.size(); i++) {
      FigureCard card = card(ids.get(i));
      if (grid.indexOf(card) != i) {
        grid.addComponentAtIndex(i, card);
      }
    }
  }

  private FigureCard card(String id) {
    return cards.computeIfAbsent(id, this::newCard);
  }

  private FigureCard newCard(String id) {
    var card = new FigureCard(of, id, openTrial);
    selected.ifPresent(card::offerSelection);
    return card;
  }

  /** The chosen temperature stays while it is in the range. */
  private void slider(Optional<Slide> wanted) {
    if (!wanted.equals(slide)) {
      slide = wanted;
      sliderPlace.removeAll();
      wanted.ifPresent(this::slideThrough);
    }
  }

  private void slideThrough(Slide range) {
    if (temperature.orElse(range.from()) < range.from()
        || temperature.orElse(range.to()) > range.to()) {
      temperature = OptionalDouble.empty();
    }
    var start = new Slide(range.from(), range.to(), temperature.orElse(range.start()));
    sliderPlace.removeAll();
    sliderPlace.add(new Slider("temperature", Slider.Scale.ofTemperatures(start), this::slideTo));
  }

  private void slideTo(double chosenTemperature) {
    temperature = OptionalDouble.of(chosenTemperature);
    draw();
    slid.accept(chosenTemperature);
  }
}
