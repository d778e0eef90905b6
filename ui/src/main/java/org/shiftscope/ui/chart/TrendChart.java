package org.shiftscope.ui.chart;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.TemperatureSweep;

/**
 * Quantities of one unit against the temperature, mean and spread over seeds (Figs 1 to 3 of the
 * paper).
 *
 * @param subject what it is about
 * @param x the temperatures
 * @param y what is measured
 * @param trends one for each quantity
 */
public record TrendChart(Subject subject, Axis x, Axis y, List<Trend> trends) {

  private static final Set<Subject> OF_SPECTRA = EnumSet.of(Subject.EIGENVALUE, Subject.TRACE);

  public TrendChart {
    trends = List.copyOf(trends);
  }

  /** Quantities of one unit that are looked at together. */
  public enum Subject {
    LOSSES(
        "losses",
        "Losses at the two points",
        "Loss (nats per sample)",
        "θ_tr is the refined point of the train loss, θ_te that of the test loss; both losses carry the L2 term. The gap between the two test losses"
            + " is what the shift costs.",
        Quantity.TRAIN_LOSS_AT_TRAIN_POINT,
        Quantity.TEST_LOSS_AT_TEST_POINT,
        Quantity.TEST_LOSS_AT_TRAIN_POINT),
    CURVATURE(
        "curvature",
        "Curvature along the shift",
        "κ / ‖s‖² (loss per length²)",
        "How sharply each loss bends along the line through both points, per length², from the symmetrized fit.",
        Quantity.TEST_CURVATURE,
        Quantity.TRAIN_CURVATURE),
    SHIFT(
        "shift",
        "Length of the shift",
        "‖s‖ (length in parameter space)",
        "The distance between the train point and the test point, s = θ_tr − θ_te.",
        Quantity.SHIFT_NORM),
    SHIFT_CURVATURE(
        "shift-curvature",
        "Shift-curvature and slope",
        "Loss (nats per sample)",
        "Eq. 3 adds ½ κ_te to the test loss at θ_te. Where θ_te is no minimum the fit counts the slope gᵀs as"
            + " curvature; the exact ½ sᵀHs stands beside it.",
        Quantity.SHIFT_CURVATURE,
        Quantity.EXACT_SHIFT_CURVATURE,
        Quantity.SLOPE),
    EIGENVALUE(
        "eigenvalue",
        "Largest eigenvalue of the Hessian",
        "Eigenvalue (loss per length²)",
        "How sharply each loss bends in its sharpest direction, at its own point: the Hessian's largest eigenvalue by Lanczos' method. The L2"
            + " term adds λ.",
        Quantity.TEST_LARGEST,
        Quantity.TRAIN_LARGEST),
    TRACE(
        "trace",
        "Trace of the Hessian",
        "tr H (loss per length²)",
        "The sum of all eigenvalues of each loss's Hessian at its own point, by Hutch++; its standard error stands with each trial.",
        Quantity.TEST_TRACE,
        Quantity.TRAIN_TRACE);

    private final String id;
    private final String title;
    private final String unit;
    private final String explanation;
    private final List<Quantity> quantities;

    Subject(String id, String title, String unit, String explanation, Quantity... quantities) {
      this.id = id;
      this.title = title;
      this.unit = unit;
      this.explanation = explanation;
      this.quantities = List.of(quantities);
    }

    /** Its name in file names. */
    public String id() {
      return id;
    }

    /** Its name for a person. */
    public String title() {
      return title;
    }

    /** What to see in it, in a sentence or two. */
    public String explanation() {
      return explanation;
    }
  }

  /** The chart of a subject, from the trials that count. */
  public static TrendChart of(Subject subject, TemperatureSweep sweep, List<MeasuredTrial> trials) {
    List<Double> ticks = sweep.temperatures().values().stream().sorted().toList();
    return new TrendChart(
        subject,
        new Axis("Temperature T = η / B (learning rate per sample)", true, ticks),
        Axis.linear(subject.unit),
        subject.quantities.stream().map(quantity -> Trend.of(quantity, trials)).toList());
  }

  /** What a sweep measures: the Hessian's eigenvalues and trace only where they were asked for. */
  public static List<Subject> subjects(TemperatureSweep sweep) {
    return Stream.of(Subject.values())
        .filter(subject -> sweep.curvature().isPresent() || !OF_SPECTRA.contains(subject))
        .toList();
  }

  /** All charts of a sweep, in the order of {@link #subjects}. */
  public static List<TrendChart> all(TemperatureSweep sweep, List<MeasuredTrial> trials) {
    return subjects(sweep).stream().map(subject -> of(subject, sweep, trials)).toList();
  }

  /** What it shows, in a sentence, for people who hear the page. */
  public String description() {
    return subject.title
        + " against temperature: "
        + trends.size()
        + " quantities, mean and standard deviation over seeds at "
        + trends.getFirst().means().size()
        + " temperatures.";
  }
}
