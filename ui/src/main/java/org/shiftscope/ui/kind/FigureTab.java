package org.shiftscope.ui.kind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.ui.chart.Figure;

/**
 * Figures that are seen together. What they and the tables leave out by hand is said by each,
 * wherever they are seen: that is added here, whatever a kind draws.
 *
 * @param id the tab's name in addresses
 * @param title its name for a person
 * @param slide the temperatures that a person can slide through; empty where figures show none
 *     alone
 * @param figures what is drawn
 * @param certified the points that the figures rest on, and whether they are minima
 * @param tables what stands below
 */
public record FigureTab(
    String id,
    String title,
    Optional<Slide> slide,
    Figures figures,
    Supplier<List<CertifiedPoint>> certified,
    Tables tables) {

  public FigureTab {
    figures = saying(figures);
    tables = saying(tables);
  }

  private static Figures saying(Figures drawn) {
    return (temperature, results) ->
        results.without().isEmpty()
            ? drawn.of(temperature, results)
            : drawn.of(temperature, results).stream()
                .map(figure -> figure.leavingOut(results.without()))
                .toList();
  }

  private static Tables saying(Tables told) {
    return results ->
        results.without().isEmpty()
            ? told.of(results)
            : told.of(results).stream().map(table -> table.leavingOut(results.without())).toList();
  }

  /** A tab whose points are those of its trials. */
  public FigureTab(String id, String title, Optional<Slide> slide, Figures figures, Tables tables) {
    this(id, title, slide, figures, List::of, tables);
  }

  /** A tab without tables. */
  public FigureTab(String id, String title, Optional<Slide> slide, Figures figures) {
    this(id, title, slide, figures, results -> List.of());
  }

  /** The one tab of a kind whose figures are all seen together. */
  public static List<FigureTab> alone(Optional<Slide> slide, Figures figures) {
    return List.of(new FigureTab("figures", "Figures", slide, figures));
  }

  /** The figures of an experiment: a pure function of its spec and its results so far. */
  @FunctionalInterface
  public interface Figures {

    /**
     * Makes the figures.
     *
     * @param temperature the temperature looked at, where a person has chosen one
     * @param results none in the live form
     * @return empty where there is nothing to draw yet
     */
    List<Figure> of(OptionalDouble temperature, Results results);
  }

  /** The tables of an experiment: a pure function of its results so far. */
  @FunctionalInterface
  public interface Tables {

    /** Makes the tables; empty where there is nothing to tell yet. */
    List<NumberTable> of(Results results);
  }
}
