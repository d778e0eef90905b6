package org.shiftscope.ui.learn;

import java.util.List;
import java.util.OptionalDouble;
import org.shiftscope.compute.kind.landscape.LandscapeKind;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.LandscapeTheory.BasinOfLoss;
import org.shiftscope.compute.spec.DomainSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.ObjectiveSpec;
import org.shiftscope.compute.spec.ObjectiveSpec.Gaussians;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.landscape.LandscapeFigures;

/**
 * The landscape of the paper's Fig. 4 left, a deep narrow basin and a shallow wide one, changed.
 *
 * @param spec the changed landscape
 */
record LessonLandscape(Landscape spec) {

  private static final String PRESET = "paper-figure-4-left";

  /** As in the paper. */
  static LessonLandscape ofPaper() {
    return new LessonLandscape((Landscape) Presets.find(PRESET).orElseThrow().spec());
  }

  /** The same with another shift of the test loss. */
  LessonLandscape shifted(double shift) {
    return with(spec.objective().gaussians(), shift, spec.domain());
  }

  /** The same with another weight of the narrow basin, to which its depth is in proportion. */
  LessonLandscape narrowWeight(double weight) {
    Gaussians now = spec.objective().gaussians();
    return with(
        new Gaussians(now.minima(), List.of(weight, now.weights().get(1)), now.sigmas()),
        spec.shift(),
        spec.domain());
  }

  /** The same losses of φ = a θ, as a landscape of its own. */
  LessonLandscape stretched(double a) {
    Gaussians now = spec.objective().gaussians();
    return with(
        // The density is normalised: its height stays where the weight grows with its width.
        new Gaussians(times(now.minima(), a), times(now.weights(), a), times(now.sigmas(), a)),
        a * spec.shift(),
        new DomainSpec(a * spec.domain().from(), a * spec.domain().to()));
  }

  LandscapeTheory theory() {
    return new LandscapeKind(spec).theory(OptionalDouble.empty()).orElseThrow();
  }

  /** The basin at the left. */
  BasinOfLoss narrow() {
    return theory().basins().getFirst();
  }

  /** The basin at the right. */
  BasinOfLoss wide() {
    return theory().basins().getLast();
  }

  /** By how much the test loss at a train minimum exceeds that at the test minimum. */
  double excess(BasinOfLoss basin) {
    return spec.landscape().test(basin.minimum()) - basin.loss();
  }

  /** ½ s²h of Eq. 3 in a basin. */
  double shiftCurvature(BasinOfLoss basin) {
    return spec.shift() * spec.shift() * basin.derivative() / 2;
  }

  /** One of the figures that every landscape has. */
  Figure figure(String id, OptionalDouble temperature) {
    return LandscapeFigures.of(spec, temperature, Results.none()).stream()
        .filter(figure -> figure.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private LessonLandscape with(Gaussians gaussians, double shift, DomainSpec domain) {
    return new LessonLandscape(
        new Landscape(
            spec.title(),
            new ObjectiveSpec(gaussians, spec.objective().formula()),
            shift,
            spec.noise(),
            domain,
            spec.temperatures(),
            spec.seeds(),
            spec.simulation()));
  }

  private static List<Double> times(List<Double> values, double factor) {
    return values.stream().map(value -> factor * value).toList();
  }
}
