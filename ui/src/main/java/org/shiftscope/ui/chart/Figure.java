package org.shiftscope.ui.chart;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.WithoutTrials;

/**
 * A picture of numbers as it is meant, theory over experiment. Its words may hold symbols, as
 * {@link org.shiftscope.ui.wording.Notation} reads them.
 *
 * @param caption what is said of it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param layers what is drawn, the lowest first
 * @param marks verticals with a name
 * @param hidden titles of layers that are drawn only once a person asks for them
 * @param without trials that it leaves out since a person does; its sentence says so
 */
public record Figure(
    Caption caption,
    FigureAxis x,
    FigureAxis y,
    List<Layer> layers,
    List<Mark> marks,
    Set<String> hidden,
    WithoutTrials without) {

  public Figure {
    layers = List.copyOf(layers);
    marks = List.copyOf(marks);
    hidden = Set.copyOf(hidden);
  }

  /** A figure that leaves out no trial by hand. */
  public Figure(
      Caption caption,
      FigureAxis x,
      FigureAxis y,
      List<Layer> layers,
      List<Mark> marks,
      Set<String> hidden) {
    this(caption, x, y, layers, marks, hidden, WithoutTrials.NONE);
  }

  /** A figure without marks, all of it shown. */
  public Figure(Caption caption, FigureAxis x, FigureAxis y, List<Layer> layers) {
    this(caption, x, y, layers, List.of(), Set.of());
  }

  /** A figure with marks, all of it shown. */
  public Figure(Caption caption, FigureAxis x, FigureAxis y, List<Layer> layers, List<Mark> marks) {
    this(caption, x, y, layers, marks, Set.of());
  }

  /**
   * What is said of a figure.
   *
   * @param id its name in the page and in files, lower case with hyphens
   * @param title what is drawn
   * @param formula the formula that it draws, as LaTeX; empty for none
   * @param sentence what it shows, for a person
   */
  public record Caption(String id, String title, String formula, String sentence) {

    private Caption saying(String other) {
      return new Caption(id, title, formula, other);
    }
  }

  /** Its name in the page and in files. */
  public String id() {
    return caption.id();
  }

  /** What its bars are, in a line; empty where it has none. */
  public String bars() {
    String meanings =
        layers.stream()
            .flatMap(layer -> layer instanceof Dots dots ? Stream.of(dots.points()) : Stream.of())
            .filter(points -> points.there().anyMatch(points::hasBar))
            .map(points -> points.bars().meaning())
            .distinct()
            .collect(Collectors.joining("; "));
    return meanings.isEmpty() ? "" : "Bars: " + meanings;
  }

  /** What is said on its picture, in lines: what bars are, and which trials it leaves out. */
  public String note() {
    return Stream.of(bars(), without.sentence())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Whether both axes are the same, so that a point on the diagonal is one that agrees. */
  public boolean compares() {
    return x.range().isPresent() && x.range().equals(y.range());
  }

  /** The same figure with its horizontal axis over a range. */
  Figure over(Range range) {
    return new Figure(caption, x.over(range), y, layers, marks, hidden, without);
  }

  /** The same figure with another sentence under it. */
  public Figure saying(String sentence) {
    return new Figure(caption.saying(sentence), x, y, layers, marks, hidden, without);
  }

  /** The same figure, of which it is said that it leaves these out. */
  public Figure leavingOut(WithoutTrials trials) {
    return new Figure(
        caption.saying(trials.after(caption.sentence())), x, y, layers, marks, hidden, trials);
  }

  /** The same figure with other verticals. */
  public Figure marked(List<Mark> verticals) {
    return new Figure(caption, x, y, layers, verticals, hidden, without);
  }

  /** The same figure with layers that a person asks for in the legend. */
  public Figure hiding(Set<String> titles) {
    return new Figure(caption, x, y, layers, marks, titles, without);
  }

  /** A vertical line at x with a name. */
  public record Mark(double x, String title) {}

  /** How a curve is drawn. */
  public enum Stroke {
    SOLID,
    DASHED
  }

  /** How dots are drawn. */
  public enum Style {
    /** Each for itself. */
    PLAIN,
    /** With a line through them. */
    JOINED,
    /** Small and pale, behind those that sum them up. */
    PALE,
    /** Coloured by their order, from cold to hot. */
    HEATED
  }

  /** One thing drawn; layers of one title are one entry in the legend. */
  public sealed interface Layer {

    /** Its name in the legend and in the numbers. */
    String title();

    /** The values along the horizontal axis. */
    DoubleStream xs();

    /** The values along the vertical axis. */
    DoubleStream ys();
  }

  /**
   * A curve through points, ascending in x; a NaN makes a gap.
   *
   * @param colour place in the palette from 0, so that theory and experiment of one thing share it
   */
  public record Curve(String title, int colour, Stroke stroke, Series x, Series y)
      implements Layer {

    @Override
    public DoubleStream xs() {
      return of(x);
    }

    @Override
    public DoubleStream ys() {
      return of(y);
    }
  }

  /**
   * Points with error bars.
   *
   * @param aside how far to the right they are drawn of where they are, in pixels, so that the bars
   *     of several at one place can be told apart
   */
  public record Dots(String title, int colour, Style style, Points points, int aside)
      implements Layer {

    /** Where they are. */
    public Dots(String title, int colour, Style style, Points points) {
      this(title, colour, style, points, 0);
    }

    /** Each point for itself. */
    public Dots(String title, int colour, Points points) {
      this(title, colour, Style.PLAIN, points);
    }

    @Override
    public DoubleStream xs() {
      return points.there().mapToDouble(points.x()::get);
    }

    @Override
    public DoubleStream ys() {
      return points.there().mapToDouble(points.y()::get);
    }
  }

  /**
   * A histogram.
   *
   * @param edges ascending, one more than heights
   * @param heights where its columns end
   * @param base where they begin
   */
  public record Histogram(String title, int colour, Series edges, Series heights, double base)
      implements Layer {

    /** Columns that stand on 0. */
    public Histogram(String title, int colour, Series edges, Series heights) {
      this(title, colour, edges, heights, 0);
    }

    @Override
    public DoubleStream xs() {
      return of(edges);
    }

    @Override
    public DoubleStream ys() {
      return DoubleStream.concat(DoubleStream.of(base), of(heights));
    }
  }

  /**
   * What lies between two curves, behind the dots with bars that tell the same numbers.
   *
   * @param low where it begins, at each x; NaN for nowhere
   * @param high where it ends
   */
  public record Ribbon(String title, int colour, Series x, Series low, Series high)
      implements Layer {

    @Override
    public DoubleStream xs() {
      return of(x);
    }

    @Override
    public DoubleStream ys() {
      return DoubleStream.concat(of(low), of(high)).filter(Double::isFinite);
    }
  }

  /** A band stacked on the bands before it, its thickness y at each x. */
  public record Band(String title, int colour, Series x, Series y) implements Layer {

    @Override
    public DoubleStream xs() {
      return of(x);
    }

    @Override
    public DoubleStream ys() {
      return DoubleStream.concat(DoubleStream.of(0), of(y));
    }
  }

  /**
   * Values on a grid, as colours; alone in its figure.
   *
   * @param x columns, ascending and evenly spaced
   * @param y rows, ascending and evenly spaced
   * @param values value of row j and column i at j · columns + i
   * @param symmetric whether the scale of colours is symmetric about 0
   */
  public record HeatMap(String title, Series x, Series y, Series values, boolean symmetric)
      implements Layer {

    @Override
    public DoubleStream xs() {
      return of(x);
    }

    @Override
    public DoubleStream ys() {
      return of(y);
    }
  }

  private static DoubleStream of(Series values) {
    return values.values().stream().mapToDouble(Double::doubleValue);
  }
}
