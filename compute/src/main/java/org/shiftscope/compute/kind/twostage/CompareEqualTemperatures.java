package org.shiftscope.compute.kind.twostage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.shiftscope.compute.kind.twostage.Pairs.Compared;
import org.shiftscope.compute.result.TwoStageFindings.Change;
import org.shiftscope.compute.result.TwoStageFindings.Collapse;
import org.shiftscope.compute.result.TwoStageFindings.EqualTemperature;
import org.shiftscope.compute.result.TwoStageFindings.Loss;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

/**
 * Tests whether losses at equal T are equal, and whether they are constant over T.
 *
 * <p>What counts as equal at equal T is a share of what T itself changes: of the range of the mean
 * loss over the temperatures, each at its smallest batch, where η is smallest and Eq. 11 nearest.
 * That the train loss is constant means within the same share of the <em>test</em> loss's range.
 *
 * @param settings the counted trials of each (T, B)
 * @param share the spec's margin
 */
record CompareEqualTemperatures(TreeMap<Double, TreeMap<Integer, Cell>> settings, double share) {

  /**
   * The counted trials of one (T, B).
   *
   * @param sharpness mean η·h; NaN where it is not known
   * @param losses train and test loss by the number of the initialisation
   */
  record Cell(double sharpness, Map<Integer, double[]> losses) {

    /** That of an initialisation that is there. */
    double of(Loss loss, int first) {
      return Objects.requireNonNull(losses.get(first))[loss.ordinal()];
    }

    double mean(Loss loss) {
      return losses.values().stream()
          .mapToDouble(both -> both[loss.ordinal()])
          .average()
          .orElseThrow();
    }
  }

  /** By loss, T and B; none where there are fewer than two temperatures, for want of a margin. */
  List<EqualTemperature> tests() {
    return settings.size() < 2
        ? List.of()
        : Stream.of(Loss.values()).flatMap(loss -> tests(loss).stream()).toList();
  }

  private List<EqualTemperature> tests(Loss loss) {
    double margin = margin(loss);
    List<EqualTemperature> found = new ArrayList<>();
    settings.forEach(
        (temperature, batches) -> {
          int smallest = batches.firstKey();
          Cell reference = batches.firstEntry().getValue();
          batches
              .tailMap(smallest, false)
              .forEach(
                  (batchSize, cell) -> {
                    Compared compared = Pairs.of(loss, reference, cell).within(margin);
                    found.add(
                        new EqualTemperature(
                            loss,
                            temperature,
                            batchSize,
                            smallest,
                            temperature * batchSize,
                            cell.sharpness(),
                            compared.pairs(),
                            compared.difference(),
                            compared.interval(),
                            margin,
                            compared.pValue(),
                            compared.verdict()));
                  });
        });
    return found;
  }

  /** Share of the range over T of the mean at the smallest batch. */
  private double margin(Loss loss) {
    double[] means =
        settings.values().stream()
            .mapToDouble(batches -> batches.firstEntry().getValue().mean(loss))
            .toArray();
    return share
        * (DoubleStream.of(means).max().orElseThrow() - DoubleStream.of(means).min().orElseThrow());
  }

  /** Of those tests, for each loss; none without tests. */
  List<Collapse> collapses(List<EqualTemperature> tests) {
    return Stream.of(Loss.values())
        .map(loss -> tests.stream().filter(test -> test.loss() == loss).toList())
        .filter(own -> !own.isEmpty())
        .map(CompareEqualTemperatures::collapse)
        .toList();
  }

  private static Collapse collapse(List<EqualTemperature> tests) {
    EqualTemperature first = tests.getFirst();
    EqualTemperature broken =
        tests.stream()
            .filter(test -> test.verdict() == Verdict.DIFFERENT)
            .min(Comparator.comparingDouble(EqualTemperature::learningRate))
            .orElse(null);
    return new Collapse(
        first.loss(),
        first.margin(),
        count(tests, Verdict.EQUIVALENT),
        count(tests, Verdict.DIFFERENT),
        count(tests, Verdict.UNDECIDED),
        holdsTo(tests),
        broken == null ? Double.NaN : broken.learningRate(),
        broken == null ? Double.NaN : broken.sharpness());
  }

  private static int count(List<EqualTemperature> tests, Verdict verdict) {
    return (int) tests.stream().filter(test -> test.verdict() == verdict).count();
  }

  private static double holdsTo(List<EqualTemperature> tests) {
    double firstOther =
        tests.stream()
            .filter(test -> test.verdict() != Verdict.EQUIVALENT)
            .mapToDouble(EqualTemperature::learningRate)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return tests.stream()
        .mapToDouble(EqualTemperature::learningRate)
        .filter(rate -> rate < firstOther)
        .max()
        .orElse(Double.NaN);
  }

  /** Each loss, highest against lowest temperature; none where there are fewer than two. */
  List<Change> changes() {
    if (settings.size() < 2) {
      return List.of();
    }
    double margin = margin(Loss.TEST);
    Cell lowest = settings.firstEntry().getValue().firstEntry().getValue();
    Cell highest = settings.lastEntry().getValue().firstEntry().getValue();
    return Stream.of(Loss.values())
        .map(
            loss -> {
              Compared compared = Pairs.of(loss, lowest, highest).within(margin);
              return new Change(
                  loss,
                  settings.firstKey(),
                  settings.lastKey(),
                  compared.pairs(),
                  compared.difference(),
                  compared.interval(),
                  margin,
                  compared.pValue(),
                  compared.verdict());
            })
        .toList();
  }
}
