package org.shiftscope.ui.kind;

import static org.shiftscope.ui.kind.NumberTable.row;
import static org.shiftscope.ui.wording.FormatNumber.percent;
import static org.shiftscope.ui.wording.FormatNumber.significant;
import static org.shiftscope.ui.wording.FormatNumber.whole;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate.Along;
import org.shiftscope.compute.result.MinimumCertificate.Enclosure;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.MinimumCertificate.Minibatches;

/** What a certificate of a minimum rests on, in a table. */
public final class EvidenceNumbers {

  private static final String LOSS = "nats";
  private static final String SLOPE = "nats / length";
  private static final String CURVATURE = "nats / length²";

  private EvidenceNumbers() {}

  /** The table. */
  public static NumberTable of(Evidence evidence) {
    return new NumberTable(
        "Evidence",
        List.of("Value"),
        evidence
            .enclosure()
            .map(around -> inOneDimension(evidence, around))
            .orElseGet(() -> ofDescent(evidence)));
  }

  private static List<NumberTable.Row> ofDescent(Evidence evidence) {
    List<NumberTable.Row> rows = new ArrayList<>(gradient(evidence));
    rows.addAll(way(evidence));
    evidence.along().ifPresent(along -> rows.addAll(along(along)));
    evidence
        .lowest()
        .ifPresentOrElse(
            lowest -> rows.addAll(eigenvalues(lowest)),
            () ->
                rows.add(
                    row(
                        "Lowest eigenvalue",
                        "",
                        "Of the Hessian: asked for with the eigenvalues and traces of an experiment.",
                        "not looked at")));
    return rows;
  }

  private static List<NumberTable.Row> inOneDimension(Evidence evidence, Enclosure around) {
    List<NumberTable.Row> rows = new ArrayList<>();
    rows.add(row("|L′|", "", "At the point, in doubles.", significant(evidence.gradientNorm())));
    rows.add(sign("Slope below the point", around.from(), around.signAtFrom()));
    rows.add(sign("Slope above the point", around.to(), around.signAtTo()));
    rows.add(
        row(
            "Distance",
            "",
            "From the point to the farther of both places, in widths of its basin: up to 0.001 the point is the minimum.",
            significant(around.distance())));
    evidence
        .lowest()
        .ifPresent(
            bend -> {
              rows.add(row("L″", "", "At the point.", significant(bend.atMost())));
              rows.add(
                  row(
                      "Uncertainty of L″",
                      "",
                      "How far L″ may lie below that between both places, rounding in it.",
                      significant(bend.atMost() - bend.atLeast())));
            });
    return rows;
  }

  private static NumberTable.Row sign(String name, double place, int sign) {
    return row(
        name,
        "",
        "Its sign at x = " + significant(place) + ", shown by interval arithmetic.",
        sign < 0 ? "below 0" : sign > 0 ? "above 0" : "not shown");
  }

  private static List<NumberTable.Row> gradient(Evidence evidence) {
    List<NumberTable.Row> rows = new ArrayList<>();
    rows.add(
        row(
            "‖∇L‖",
            SLOPE,
            "Of the loss that this point refines, over all its samples.",
            significant(evidence.gradientNorm())));
    rows.add(
        row(
            "Tolerance",
            SLOPE,
            "The largest ‖∇L‖ that the refinement calls a minimum's; a flow has none.",
            Double.isNaN(evidence.tolerance()) ? "none" : significant(evidence.tolerance())));
    rows.add(
        row(
            "‖∇L‖ where the descent began",
            SLOPE,
            "At the end of SGD, or at the planted truth of a small model.",
            significant(evidence.startGradientNorm())));
    evidence.minibatches().ifPresent(drawn -> rows.add(minibatch(drawn)));
    return rows;
  }

  private static NumberTable.Row minibatch(Minibatches drawn) {
    return row(
        "‖∇L‖ of one minibatch",
        SLOPE,
        "Here, root mean square over "
            + whole(drawn.drawn())
            + " minibatches of "
            + whole(drawn.size())
            + " samples, drawn without replacement: the noise that SGD would see at this point.",
        significant(drawn.gradientNorm()));
  }

  private static List<NumberTable.Row> way(Evidence evidence) {
    return List.of(
        row(
            "Fall of the loss",
            LOSS,
            "From where the descent began to the point.",
            significant(evidence.fall())),
        row(
            "Fall on the last tenth",
            LOSS,
            "Of the straight path from where the descent began.",
            significant(evidence.lastFall())),
        row(
            "Barrier",
            LOSS,
            "How high the loss climbs on that path, above the lowest point before; 0 where it only falls.",
            significant(evidence.barrier())));
  }

  private static List<NumberTable.Row> along(Along along) {
    return List.of(
        row("∇Lᵀs", LOSS, "Slope along the shift, at the point.", significant(along.slope())),
        row(
            "sᵀHs",
            LOSS,
            "Curvature along the shift, at the point.",
            significant(along.curvature())),
        row(
            "sᵀHs at the other end",
            LOSS,
            "Of the same loss at the other refined point: the same where the loss is a parabola.",
            significant(along.curvatureAtOtherEnd())),
        row(
            "Slope's part of Eq. 3",
            "",
            "|∇Lᵀs| / (|∇Lᵀs| + ½ |sᵀHs|). From 10 % on the point is no minimum.",
            Double.isNaN(along.slopePart()) ? "–" : percent(along.slopePart())),
        row(
            "Distance to the vertex",
            "‖s‖",
            "Of the parabola that fits the losses within ½ ‖s‖ on the line, its vertex free. Up to 0.1 the point is nearly a"
                + " minimum.",
            Double.isNaN(along.vertex()) ? "no lowest point" : significant(along.vertex())));
  }

  private static List<NumberTable.Row> eigenvalues(LowestEigenvalues lowest) {
    return List.of(
        row(
            "Lowest eigenvalue",
            CURVATURE,
            "Of the Hessian. What is found is never below the true one; the bound below it says how far that may be.",
            SayLowest.smallest(lowest)),
        row("Lower bound", CURVATURE, holds(lowest), SayLowest.atLeast(lowest)),
        row(
            "Lowest that were found",
            CURVATURE,
            "As many as are below 0, so many directions curve down at least.",
            SayLowest.all(lowest)),
        row(
            "Largest",
            CURVATURE,
            "Largest eigenvalue in size: a thousandth of it counts as flat.",
            significant(lowest.largest())));
  }

  private static String holds(LowestEigenvalues lowest) {
    return lowest.failure() == 0
        ? "All eigenvalues are known."
        : "Holds with probability "
            + percent(1 - lowest.failure())
            + " over the random start of the search, of "
            + whole(lowest.products())
            + " Hessian-vector products.";
  }
}
