package org.shiftscope.compute.certificate;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.compute.result.PointGrades.Graded;

/** Says how many points are minima. */
final class SayGrades {

  private SayGrades() {}

  static String of(Graded points) {
    return (points.judged() == 1 ? one(points) : many(points)) + unjudged(points);
  }

  private static String one(Graded point) {
    String start = "The " + name(point, false);
    if (point.minimum() == 1) {
      return start + " is a certified minimum.";
    }
    return start
        + (point.nearly() == 1
            ? " is nearly a minimum."
            : " is not a minimum: " + why(point) + ".");
  }

  private static String why(Graded point) {
    if (point.saddles() == 1) {
      return "its gradient is within the tolerance, and the loss curves down along a direction";
    }
    return point.curvesDown() == 1
        ? "the loss curves down along a direction"
        : "the loss still slopes there";
  }

  private static String many(Graded points) {
    String all = points.judged() + " " + name(points, true);
    if (points.minimum() == points.judged()) {
      return "All " + all + " are certified minima.";
    }
    if (points.nearly() == points.judged()) {
      return "All " + all + " are nearly minima, and none is a certified one.";
    }
    return points.notAMinimum() == points.judged()
        ? "None of " + all + " is a minimum: " + reasons(points) + "."
        : "Of " + all + " " + parts(points) + ".";
  }

  private static String parts(Graded points) {
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (points.minimum()) {
          case 0 -> "none is a certified minimum";
          case 1 -> "1 is a certified minimum";
          default -> points.minimum() + " are certified minima";
        });
    if (points.nearly() > 0) {
      parts.add(points.nearly() + (points.nearly() == 1 ? " is nearly one" : " are nearly minima"));
    }
    if (points.notAMinimum() > 0) {
      parts.add(
          points.notAMinimum()
              + (points.notAMinimum() == 1 ? " is not one (" : " are not minima (")
              + reasons(points)
              + ")");
    }
    return listed(parts, " and ");
  }

  private static String reasons(Graded points) {
    int slopes = points.notAMinimum() - points.saddles() - points.curvesDown();
    List<String> reasons = new ArrayList<>();
    reason(
        reasons,
        points,
        points.saddles(),
        "the gradient is within the tolerance and the loss curves down along a direction");
    reason(reasons, points, points.curvesDown(), "the loss curves down along a direction");
    reason(reasons, points, slopes, "the loss still slopes");
    return listed(reasons, ", ");
  }

  private static void reason(List<String> reasons, Graded points, int count, String why) {
    if (count > 0) {
      reasons.add(where(count, points.notAMinimum()) + " " + why);
    }
  }

  private static String where(int count, int all) {
    if (count < all) {
      return "at " + count;
    }
    return all == 1 ? "there" : "at all of them";
  }

  private static String listed(List<String> parts, String last) {
    String start = String.join(", ", parts.subList(0, parts.size() - 1));
    return start + (start.isEmpty() ? "" : last) + parts.getLast();
  }

  private static String unjudged(Graded points) {
    return points.unjudged() == 0
        ? ""
        : " "
            + SayNumber.trials(points.unjudged())
            + " of an earlier version did not judge "
            + (points.unjudged() == 1 ? "it." : "theirs.");
  }

  private static String name(Graded points, boolean several) {
    String plural = several ? "s " : " ";
    return switch (points.symbol()) {
      case CertifiedPoint.TRAIN -> "train point" + plural + CertifiedPoint.TRAIN;
      case CertifiedPoint.TEST -> "test point" + plural + CertifiedPoint.TEST;
      case CertifiedPoint.OF_BASIN ->
          several ? "lowest points of basins" : "lowest point of the basin";
      default -> "point" + plural + points.symbol();
    };
  }
}
