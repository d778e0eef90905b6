package org.shiftscope.compute.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.PointGrades.Graded;
import org.shiftscope.compute.result.TrialResult;

/** Counts the grades of points: how many are minima, and why others are none. */
public final class CountGrades {

  private CountGrades() {}

  /** Of the points of trials; empty where none was judged. */
  public static Optional<PointGrades> of(Collection<? extends TrialResult> trials) {
    Map<String, List<MinimumCertificate>> bySort = new LinkedHashMap<>();
    trials.stream()
        .flatMap(trial -> trial.certified().stream())
        .forEach(
            point ->
                bySort
                    .computeIfAbsent(point.symbol(), _ -> new ArrayList<>())
                    .add(point.certificate()));
    return of(bySort, trials.size());
  }

  /** Of the lowest points of a landscape's basins; empty where none was judged. */
  public static Optional<PointGrades> ofBasins(List<MinimumCertificate> basins) {
    return basins.isEmpty()
        ? Optional.empty()
        : of(Map.of(CertifiedPoint.OF_BASIN, basins), basins.size());
  }

  private static Optional<PointGrades> of(
      Map<String, List<MinimumCertificate>> bySort, int trials) {
    List<Graded> points =
        bySort.entrySet().stream()
            .map(sort -> count(sort.getKey(), sort.getValue(), trials))
            .toList();
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new PointGrades(points, points.stream().map(SayGrades::of).toList()));
  }

  private static Graded count(String symbol, List<MinimumCertificate> all, int trials) {
    // The minimum of a small model is the same in every trial.
    List<MinimumCertificate> each =
        symbol.equals(CertifiedPoint.MINIMUM) ? all.stream().distinct().toList() : all;
    List<MinimumCertificate> none =
        each.stream().filter(judged -> judged.grade() == Grade.NOT_A_MINIMUM).toList();
    return new Graded(
        symbol,
        each.size(),
        trials - all.size(),
        count(each, judged -> judged.grade() == Grade.MINIMUM),
        count(each, judged -> judged.grade() == Grade.NEARLY),
        none.size(),
        count(none, judged -> curvesDown(judged) && judged.evidence().withinTolerance()),
        count(none, judged -> curvesDown(judged) && !judged.evidence().withinTolerance()));
  }

  private static boolean curvesDown(MinimumCertificate judged) {
    return JudgePoint.curvesDown(judged.evidence());
  }

  private static int count(List<MinimumCertificate> all, Predicate<MinimumCertificate> which) {
    return (int) all.stream().filter(which).count();
  }
}
