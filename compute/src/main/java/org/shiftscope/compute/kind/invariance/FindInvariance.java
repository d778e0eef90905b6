package org.shiftscope.compute.kind.invariance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.invariance.CompareMoved;
import org.shiftscope.compute.result.InvarianceFindings;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.InvarianceMeasurement.InOtherCoordinates;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Invariance;

/** Finds whether the terms were the same in all coordinates. */
final class FindInvariance {

  private FindInvariance() {}

  static InvarianceFindings of(
      Invariance spec, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<InvarianceMeasurement> seen =
        new SortTrials<>(spec, InvarianceMeasurement.class, trial -> Set.of())
            .sort(results, include);
    int terms = seen.results().stream().mapToInt(trial -> trial.certificate().terms()).sum();
    int failed = seen.results().stream().mapToInt(trial -> trial.certificate().failed()).sum();
    double change =
        maps(seen)
            .filter(InOtherCoordinates::linear)
            .flatMap(map -> map.terms().stream())
            .mapToDouble(Term::change)
            .max()
            .orElse(Double.NaN);
    double factor = maps(seen).mapToDouble(FindInvariance::factor).max().orElse(Double.NaN);
    return new InvarianceFindings(
        seen.results().isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(seen.trials(), List.of(say(seen, factor))),
        seen.trials(),
        List.of(),
        terms,
        failed,
        change,
        factor);
  }

  private static Stream<InOtherCoordinates> maps(Seen<InvarianceMeasurement> seen) {
    return seen.results().stream().flatMap(trial -> trial.maps().stream());
  }

  /** How far the largest eigenvalue moved, either way; NaN where it was not measured. */
  private static double factor(InOtherCoordinates map) {
    return map.moved().stream()
        .filter(moved -> moved.id().equals(CompareMoved.LARGEST))
        .mapToDouble(moved -> Math.max(moved.factor(), 1 / moved.factor()))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static String say(Seen<InvarianceMeasurement> seen, double factor) {
    List<InOtherCoordinates> linear = maps(seen).filter(InOtherCoordinates::linear).toList();
    List<InOtherCoordinates> curved = maps(seen).filter(map -> !map.linear()).toList();
    double tolerance = seen.results().getFirst().certificate().tolerance();
    String within = " within " + SayNumber.significant(tolerance);
    String exact = held(linear, within + " under ", "linear map");
    String toFirst = held(curved, " under ", "curved map") + laws(curved, within);
    String both = exact + (exact.isEmpty() || toFirst.isEmpty() ? "" : ", and ") + toFirst;
    String moved =
        Double.isNaN(factor)
            ? "."
            : ", while the largest eigenvalue moved by up to a factor of "
                + SayNumber.significant(factor)
                + ".";
    String start = both.startsWith("all") ? "All" + both.substring(3) : both;
    return start + moved;
  }

  /** Expectations and losses are the same under any map, and only the others to first order. */
  private static String laws(List<InOtherCoordinates> curved, String within) {
    if (curved.isEmpty()) {
      return "";
    }
    List<Term> terms = curved.getFirst().terms();
    long same = terms.stream().filter(Term::mustBeSame).count();
    return " ("
        + (same == 0 ? "" : same + within + ", ")
        + (terms.size() - same)
        + " to first order in the shift)";
  }

  private static String held(List<InOtherCoordinates> maps, String how, String what) {
    if (maps.isEmpty()) {
      return "";
    }
    int terms = maps.getFirst().terms().size();
    long held = maps.stream().filter(InOtherCoordinates::holds).count();
    long failed =
        maps.stream().flatMap(map -> map.terms().stream()).filter(term -> !term.holds()).count();
    String under = how + maps.size() + " " + what + (maps.size() == 1 ? "" : "s");
    return held == maps.size()
        ? "all " + terms + " terms hold" + under
        : failed + " of " + terms * maps.size() + " terms do not hold" + under;
  }
}
