package org.shiftscope.compute.result;

import java.util.List;

/**
 * How many of the points that an experiment's trials came to are minima, by their certificates.
 *
 * @param points one for each sort of point that trials have: train points first
 * @param sentences the same for a person
 */
public record PointGrades(List<Graded> points, List<String> sentences) {

  public PointGrades {
    points = List.copyOf(points);
    sentences = List.copyOf(sentences);
  }

  /**
   * The points of one sort.
   *
   * @param symbol θ_tr, θ_te, θ*, or x* for the lowest points of a landscape's basins
   * @param judged those that have a certificate; one that trials share counts once
   * @param unjudged trials whose result is of a version that did not judge it
   * @param minimum certified minima
   * @param nearly nearly minima
   * @param notAMinimum those that are none
   * @param saddles how many of these have a gradient within its tolerance, and a direction along
   *     which the loss curves down
   * @param curvesDown how many others of these have such a direction; at the rest the loss still
   *     slopes
   */
  public record Graded(
      String symbol,
      int judged,
      int unjudged,
      int minimum,
      int nearly,
      int notAMinimum,
      int saddles,
      int curvesDown) {}
}
