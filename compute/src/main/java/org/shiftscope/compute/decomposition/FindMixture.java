package org.shiftscope.compute.decomposition;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Decomposition.Term;
import org.shiftscope.compute.result.Mixture;
import org.shiftscope.compute.result.Mixture.AtTemperature;
import org.shiftscope.compute.result.Mixture.Estimate;
import org.shiftscope.compute.result.Mixture.Leading;
import org.shiftscope.compute.result.Mixture.TermMean;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.Spread;

/** Finds Eq. 4 over the seeds of each temperature. */
public final class FindMixture {

  private static final String NATS = "nats";

  /** Each term, and what stands beside them, against T. */
  public static final List<TrendQuantity<Decomposition>> QUANTITIES =
      Stream.concat(
              Stream.of(Term.values()).map(FindMixture::quantity),
              Stream.of(
                  part("eq4-test-loss-at-test-point", "Test loss at θ_te", Decomposition::testLoss),
                  part("eq4-sum", "Sum of Eq. 4", Decomposition::sum),
                  part("eq4-measured-mean", "Measured mean test loss", Decomposition::measuredMean),
                  part("eq4-residual", "Residual", Decomposition::residual),
                  TrendQuantity.<Decomposition>of(
                      "eq4-third-order",
                      "What the quadratic misses at θ̄",
                      NATS,
                      Decomposition::thirdOrder),
                  TrendQuantity.<Decomposition>of(
                      "eq4-shift-norm",
                      "Length of the shift ‖s‖",
                      "length",
                      d -> d.window().shiftNorm()),
                  TrendQuantity.<Decomposition>of(
                      "eq4-bias-norm",
                      "Length of the bias ‖b‖",
                      "length",
                      d -> d.window().biasNorm()),
                  TrendQuantity.<Decomposition>of(
                      "eq4-spread", "Spread √tr Σ", "length", d -> d.window().spread())))
          .toList();

  private FindMixture() {}

  /** The name of a term's trend: beside those of a sweep, whose slope and fit are others. */
  public static String idOf(Term term) {
    return "eq4-" + term.id();
  }

  private static TrendQuantity<Decomposition> quantity(Term term) {
    return part(idOf(term), term.title(), term::in);
  }

  private static TrendQuantity<Decomposition> part(
      String id,
      String title,
      java.util.function.Function<Decomposition, Decomposition.Part> part) {
    return TrendQuantity.<Decomposition>of(id, title, NATS, d -> part.apply(d).value())
        .withError(d -> part.apply(d).error());
  }

  /** Finds it. */
  public static Mixture of(Seen<Decomposition> seen) {
    List<AtTemperature> found = seen.byTemperature(FindMixture::at);
    return new Mixture(SayMixture.say(found), found);
  }

  private static AtTemperature at(Seen.At<Decomposition> at) {
    List<Decomposition> trials = at.results();
    Estimate residual = estimate(trials, d -> d.residual().value());
    return new AtTemperature(
        at.temperature(),
        at.trials(),
        estimate(trials, d -> d.testLoss().value()),
        Stream.of(Term.values())
            .map(term -> new TermMean(term, estimate(trials, d -> term.in(d).value())))
            .toList(),
        estimate(trials, d -> d.sum().value()),
        estimate(trials, d -> d.measuredMean().value()),
        estimate(trials, d -> d.testLoss().value() + d.shiftCurvature().value()),
        residual,
        residual.mean() / at.mean(Decomposition::excess),
        (int) trials.stream().filter(d -> !d.arrival().stationary()).count(),
        leading(trials, List.of(Term.values())),
        leading(trials, Term.curvatures()));
  }

  private static Estimate estimate(
      List<Decomposition> trials, ToDoubleFunction<Decomposition> number) {
    Spread spread = Spread.of(trials.stream().mapToDouble(number).toArray());
    if (spread.count() < 2) {
      return new Estimate(spread.mean(), Double.NaN, ConfidenceInterval.none());
    }
    double half =
        new TDistribution(spread.count() - 1.0).inverseCumulativeProbability(0.975)
            * spread.error();
    return new Estimate(
        spread.mean(),
        spread.error(),
        new ConfidenceInterval(spread.mean() - half, spread.mean() + half));
  }

  /** By size, since a slope or a cross term below 0 counts as well. */
  private static Leading leading(List<Decomposition> trials, List<Term> terms) {
    List<Term> sorted =
        terms.stream()
            .sorted(Comparator.comparingDouble(term -> -estimate(trials, sizeOf(term)).mean()))
            .toList();
    Term first = sorted.get(0);
    Term second = sorted.get(1);
    Estimate lead =
        estimate(trials, d -> sizeOf(first).applyAsDouble(d) - sizeOf(second).applyAsDouble(d));
    int in = (int) trials.stream().filter(d -> largest(d, terms) == first).count();
    return new Leading(first, in, second, lead, lead.interval().excludesZero());
  }

  private static Term largest(Decomposition trial, List<Term> terms) {
    return terms.stream()
        .max(Comparator.comparingDouble(term -> sizeOf(term).applyAsDouble(trial)))
        .orElseThrow();
  }

  private static ToDoubleFunction<Decomposition> sizeOf(Term term) {
    return d -> Math.abs(term.in(d).value());
  }
}
