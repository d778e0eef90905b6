package org.shiftscope.compute.kind.invariance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.invariance.Certify;
import org.shiftscope.compute.landscape.CompareCoordinates;
import org.shiftscope.compute.landscape.CoordinateComparison;
import org.shiftscope.compute.landscape.CoordinateComparison.Law;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.InvarianceMeasurement.Approach;
import org.shiftscope.compute.result.InvarianceMeasurement.InOtherCoordinates;
import org.shiftscope.compute.result.InvarianceMeasurement.Moved;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.LandscapeSubject;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.Stages;

/** The check of a landscape: every term in x, and anew in φ. It takes a second. */
record LandscapeInvariance(LandscapeSubject subject, double tolerance) {

  private static final String COMPARE = "compare";

  List<StageCost> stages() {
    return List.of(new StageCost(COMPARE, COMPARE, 1, 1));
  }

  TrialMemory memory() {
    return TrialMemory.inHeap("subject.objective", 100_000_000);
  }

  Timing time(LongSupplier nanoTime) {
    double seconds =
        TimeSteps.median(
            () ->
                CompareCoordinates.of(
                    subject.landscape(), subject.coordinates(), subject.temperature(), tolerance),
            nanoTime);
    return new Timing(new Speed(1 / seconds, Speed.Unit.COMPARISONS), Map.of(COMPARE, seconds));
  }

  InvarianceMeasurement run(Stages stages, Execution execution) {
    CoordinateComparison found =
        stages.run(
            COMPARE,
            CoordinateComparison.class,
            CoordinateComparison.class,
            run -> {
              run.progress().accept(0);
              return CompareCoordinates.of(
                  subject.landscape(), subject.coordinates(), subject.temperature(), tolerance);
            });
    List<InOtherCoordinates> maps = List.of(told(found));
    double[] minima =
        found.terms().stream()
            .filter(term -> term.id().startsWith("train-loss"))
            .mapToDouble(CoordinateComparison.Term::inX)
            .toArray();
    return new InvarianceMeasurement(
        maps.getFirst().sentence(),
        maps,
        Certify.of(
            "a landscape at T = "
                + SayNumber.significant(subject.temperature())
                + ", φ = "
                + subject.map(),
            List.of(
                Certify.text("landscape and map", WriteSpec.toJson(subject).toString()),
                Certify.point("train losses at the minima", minima)),
            tolerance,
            maps,
            execution.version()),
        execution);
  }

  private InOtherCoordinates told(CoordinateComparison found) {
    boolean linear = found.terms().stream().allMatch(term -> term.law() == Law.SAME);
    return new InOtherCoordinates(
        "φ = " + subject.map(),
        linear,
        say(found, linear),
        found.terms().stream().map(this::term).toList(),
        found.moved().stream().map(LandscapeInvariance::moved).toList(),
        found.terms().stream()
            .filter(term -> Double.isFinite(term.order()))
            .map(LandscapeInvariance::approach)
            .toList());
  }

  /** Beside a bias that is 0 in x there is no factor. */
  private static Moved moved(CoordinateComparison.Moved each) {
    double factor = each.inX() == 0 ? Double.NaN : each.inPhi() / each.inX();
    return new Moved(each.id(), each.title(), each.inX() + 0.0, each.inPhi(), factor);
  }

  private Term term(CoordinateComparison.Term term) {
    return new Term(
        term.id(),
        term.title(),
        term.inX(),
        term.inPhi(),
        Math.abs(term.changes().getFirst()),
        switch (term.law()) {
          case SAME -> Term.SAME;
          case FIRST_ORDER -> "the same to first order";
          case HIGHER_ORDER -> "small beside ½ sᵀHs + ½ tr(HΣ)";
        },
        term.law() == Law.SAME ? tolerance : CompareCoordinates.LEAST_ORDER,
        term.holds(),
        Optional.empty());
  }

  private static Approach approach(CoordinateComparison.Term term) {
    Series scale = Series.of(1, 0.5, 0.25, 0.125);
    Series change = Series.of(term.changes().stream().mapToDouble(Double::doubleValue).toArray());
    return new Approach(
        term.id(),
        term.title(),
        scale,
        change,
        term.order(),
        Series.of(0, 0, 0, 0),
        change,
        term.order());
  }

  private String say(CoordinateComparison found, boolean linear) {
    List<CoordinateComparison.Term> failed =
        found.terms().stream().filter(term -> !term.holds()).toList();
    if (!failed.isEmpty()) {
      return failed.size()
          + " of "
          + found.terms().size()
          + " terms are not what they should be: "
          + String.join(", ", failed.stream().map(CoordinateComparison.Term::title).toList())
          + ".";
    }
    if (linear) {
      return "All "
          + found.terms().size()
          + " terms are the same within "
          + SayNumber.significant(tolerance)
          + ", as under a straight line they must be.";
    }
    double least =
        found.terms().stream()
            .mapToDouble(CoordinateComparison.Term::order)
            .filter(Double::isFinite)
            .min()
            .orElse(Double.NaN);
    return "Expected losses, probabilities and the losses at the minima are the same within "
        + SayNumber.significant(tolerance)
        + "; the parts of Eq. 4 and the weights of Eq. 6 are so to first order, where the shift halves and the"
        + " temperature falls to a quarter"
        + (Double.isNaN(least)
            ? ""
            : ", with orders of " + SayNumber.significant(least) + " or more")
        + ". The bias does not turn as Appendix C has it: b is a mode, which Itô's term moves by as much as b itself;"
        + " beside ½ sᵀHs and ½ tr(HΣ) what that changes is small.";
  }
}
