package org.shiftscope.ui.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.PlantedModel;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure;

/** The figures of each kind of experiment: a pure function of the spec and the results so far. */
public final class Figures {

  private Figures() {}

  /**
   * Makes the figures.
   *
   * @param temperature the temperature looked at, where a person has chosen one
   * @param trials empty in the live form
   * @return empty where the kind has nothing to draw yet, or panels of its own
   */
  public static List<Figure> of(
      ExperimentSpec spec, OptionalDouble temperature, List<Trial> trials) {
    return switch (spec) {
      case TemperatureSweep _ -> List.of();
      case Landscape landscape -> LandscapeFigures.of(landscape, temperature, trials);
      case AssumptionCheck check -> AssumptionFigures.of(check, temperature, trials);
      case DiffusionAccuracy accuracy -> DiffusionFigures.of(accuracy, temperature, trials);
      case OverparametrizedShift shift -> OverparametrizedFigures.of(shift, temperature, trials);
      case SteadyState steady -> SteadyStateFigures.of(steady, temperature, trials);
    };
  }

  /** The temperatures that a person can slide through; empty where figures show none alone. */
  public static Optional<Slide> slide(ExperimentSpec spec) {
    return switch (spec) {
      case TemperatureSweep _ -> Optional.empty();
      case Landscape landscape -> Optional.of(LandscapeFigures.slide(landscape));
      case AssumptionCheck check -> AssumptionFigures.slide(check);
      case DiffusionAccuracy _ -> Optional.empty();
      case OverparametrizedShift shift -> between(shift.temperatures());
      case SteadyState steady ->
          steady.model() instanceof PlantedModel.TwoWells
              ? Optional.of(slide(steady.temperatures().values()))
              : Optional.empty();
    };
  }

  /** From the lowest to the highest of a spec's temperatures; empty where there is one alone. */
  static Optional<Slide> between(Temperatures temperatures) {
    double low = temperatures.values().stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double high = temperatures.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return low < high
        ? Optional.of(new Slide(low, high, temperatures.values().getFirst()))
        : Optional.empty();
  }

  /** That of a spec's temperatures which is nearest to the one looked at, in their logarithms. */
  static double nearest(Temperatures temperatures, OptionalDouble looked) {
    double at = Math.log(looked.orElse(temperatures.values().getFirst()));
    return temperatures.values().stream()
        .min(Comparator.comparingDouble(value -> Math.abs(Math.log(value) - at)))
        .orElseThrow();
  }

  /** Somewhat beyond the temperatures of a spec, from its first. */
  private static Slide slide(List<Double> temperatures) {
    double low = temperatures.stream().mapToDouble(t -> t).min().orElseThrow();
    double high = temperatures.stream().mapToDouble(t -> t).max().orElseThrow();
    return new Slide(low / 2, high * 2, temperatures.getFirst());
  }

  /**
   * A range of temperatures.
   *
   * @param from the lowest, above 0
   * @param to the highest, above {@code from}
   * @param start where the slider stands first
   */
  public record Slide(double from, double to, double start) {}

  /** A result of one type with its trial's number. */
  public record Numbered<R>(int trial, R result) {}

  /** The results of one type, in the order of the trials. */
  static <R extends TrialResult> List<Numbered<R>> results(List<Trial> trials, Class<R> type) {
    return trials.stream()
        .filter(trial -> trial.result().filter(type::isInstance).isPresent())
        .map(trial -> new Numbered<>(trial.number(), type.cast(trial.result().orElseThrow())))
        .toList();
  }
}
