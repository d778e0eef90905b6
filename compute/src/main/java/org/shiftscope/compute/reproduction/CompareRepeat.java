package org.shiftscope.compute.reproduction;

import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.reproduction.RepeatedTrial.Verdict;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a trial with the same trial run again, number by number. Where both ran on the same
 * kernels with as many threads the same bits are expected; elsewhere additions have another order:
 * a trained network may then differ by 1e-2, all else by 1e-12 of the largest number in its series
 * (docs/decisions/013-golden-files.md). What tells of the machine, and sentences, which tell the
 * numbers once more, are not compared.
 */
public final class CompareRepeat {

  private static final double OF_NETWORKS = 1e-2;
  private static final double OF_OTHERS = 1e-12;

  private final double tolerance;
  private String quantity = "";
  private double difference;

  private CompareRepeat(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * Compares.
   *
   * @param spec of both
   * @param before the result that was there; empty where there is none
   * @param again the new one
   */
  public static RepeatedTrial of(
      ExperimentSpec spec,
      int trial,
      Optional<? extends TrialResult> before,
      Optional<? extends TrialResult> again) {
    if (before.isEmpty() || again.isEmpty()) {
      String which = again.isEmpty() ? "The new run" : "The run before";
      return new RepeatedTrial(
          trial, Verdict.OPEN, "", 0, 0, which + " has no result of this trial to compare.");
    }
    boolean same = before.get().execution().addsAs(again.get().execution());
    double allowed = same ? 0 : spec.dataset(trial).isPresent() ? OF_NETWORKS : OF_OTHERS;
    var compare = new CompareRepeat(allowed);
    compare.walk("", numbers(before.get()), numbers(again.get()), 0);
    return compare.told(trial, same);
  }

  private static ObjectNode numbers(TrialResult result) {
    ObjectNode json = ResultJson.toJson(result);
    json.remove("execution");
    return json;
  }

  /** {@code scale}: the largest number of the series that a number is in; 0 where it is in none. */
  private void walk(String path, JsonNode before, JsonNode again, double scale) {
    if (path.endsWith("sentence") || before.equals(again)) {
      return;
    }
    if (before.isNumber() && again.isNumber()) {
      double a = before.doubleValue();
      double b = again.doubleValue();
      double largest = Math.max(scale, Math.max(Math.abs(a), Math.abs(b)));
      differ(path, largest == 0 ? 0 : Math.abs(a - b) / largest); // 0 and -0
    } else if (before.isArray() && again.isArray() && before.size() == again.size()) {
      double largest = Math.max(largest(before), largest(again));
      for (int i = 0; i < before.size(); i++) {
        walk(path + "[" + i + "]", before.get(i), again.get(i), largest);
      }
    } else if (before.isObject()
        && again.isObject()
        && before.propertyNames().equals(again.propertyNames())) {
      for (String name : before.propertyNames()) {
        walk(path.isEmpty() ? name : path + "." + name, before.get(name), again.get(name), 0);
      }
    } else { // another word, or a number where none was
      differ(path.isEmpty() ? "result" : path, Double.POSITIVE_INFINITY);
    }
  }

  private static double largest(JsonNode series) {
    return series
        .valueStream()
        .filter(JsonNode::isNumber)
        .mapToDouble(number -> Math.abs(number.doubleValue()))
        .max()
        .orElse(0);
  }

  private void differ(String path, double by) {
    if (quantity.isEmpty() || by > difference) {
      quantity = path;
      difference = by;
    }
  }

  private RepeatedTrial told(int trial, boolean same) {
    Verdict verdict =
        quantity.isEmpty()
            ? Verdict.IDENTICAL
            : difference <= tolerance ? Verdict.WITHIN_TOLERANCE : Verdict.DIFFERENT;
    return new RepeatedTrial(
        trial, verdict, quantity, difference, tolerance, sentence(verdict, same));
  }

  private String sentence(Verdict verdict, boolean same) {
    String expected =
        same
            ? "both ran on the same kernels, so the same bits were expected"
            : String.format(
                Locale.ROOT,
                "the kernels or threads are others or not known, so up to %.0e was allowed",
                tolerance);
    String most =
        Double.isFinite(difference)
            ? String.format(Locale.ROOT, "%s differs by %.2g of its size", quantity, difference)
            : quantity + " is another";
    return switch (verdict) {
      case IDENTICAL -> "Every number has the same bits.";
      case WITHIN_TOLERANCE -> "The most, " + most + ": " + expected + ".";
      default -> "Most of all, " + most + ": " + expected + ".";
    };
  }
}
