package org.shiftscope.compute.decomposition;

import static org.shiftscope.compute.decomposition.WindowBlocks.BLOCKS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.shiftscope.compute.decomposition.MeasureArrival.Reading;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.Decomposition.Arrival;
import org.shiftscope.compute.result.Decomposition.Change;
import org.shiftscope.compute.result.Decomposition.Part;
import org.shiftscope.compute.statistics.Jackknife;

/**
 * Says whether SGD is stationary over a window: four comparisons of its blocks, each at a quarter
 * of 5 %, so that a stationary window is called drifting in at most one case of twenty. Yaida's
 * ratios stand beside them and judge nothing: SGD of networks draws without replacement, for which
 * they need not be 1, and noise that is added to gradients is no part of C.
 *
 * @param window the iterates
 * @param overlaps with the test loss
 * @param readings of the train loss, one in each block
 * @param noise whether noise was added to SGD's gradients
 */
record JudgeStationarity(Window window, Overlaps overlaps, List<Reading> readings, boolean noise) {

  private static final int HALF = BLOCKS / 2;

  /** Eight blocks less two numbers that are fitted to them. */
  private static final int FREEDOM = BLOCKS - 2;

  /** t of a two-sided test at a quarter of 5 %. */
  private static final double ERRORS =
      new TDistribution(FREEDOM).inverseCumulativeProbability(1 - 0.05 / 8);

  Arrival judge() {
    Change test = halves(blocks(i -> overlaps.losses()[i]));
    Change train = halves(readings.stream().mapToDouble(Reading::trainLoss).toArray());
    Change slope = line(blocks(overlaps::slopeOf));
    List<double[]> means = IntStream.range(0, BLOCKS).mapToObj(this::blockMean).toList();
    double distance = Vectors.norm(apart(means));
    double expected = Math.sqrt(within(means) / (HALF / 2.0));
    boolean stays = distance <= ERRORS * expected;
    boolean all = test.stays() && train.stays() && slope.stays() && stays;
    Part first = ratio(Reading::drift, Reading::noise);
    Part second = ratio(Reading::gradientSquared, Reading::curvedNoise);
    String sentence =
        (all ? stationary() : drifting(test, train, slope, stays, distance / expected))
            + " "
            + ratios(first, second);
    return new Arrival(all, sentence, test, train, slope, distance, expected, stays, first, second);
  }

  /** Second half less the first. */
  private static Change halves(double[] blocks) {
    double difference = 0;
    double squares = 0;
    for (int half = 0; half < 2; half++) {
      double mean = 0;
      for (int i = half * HALF; i < (half + 1) * HALF; i++) {
        mean += blocks[i] / HALF;
      }
      for (int i = half * HALF; i < (half + 1) * HALF; i++) {
        squares += (blocks[i] - mean) * (blocks[i] - mean);
      }
      difference += half == 0 ? -mean : mean;
    }
    return change(difference, Math.sqrt(squares / FREEDOM / (HALF / 2.0)));
  }

  /** The rise over the window of the straight line through the blocks' means. */
  private static Change line(double[] blocks) {
    double middle = (BLOCKS - 1) / 2.0;
    double squares = 0;
    double slope = 0;
    double mean = 0;
    for (int i = 0; i < BLOCKS; i++) {
      squares += (i - middle) * (i - middle);
      slope += (i - middle) * blocks[i];
      mean += blocks[i] / BLOCKS;
    }
    slope /= squares;
    double left = 0;
    for (int i = 0; i < BLOCKS; i++) {
      double miss = blocks[i] - mean - slope * (i - middle);
      left += miss * miss;
    }
    return change(BLOCKS * slope, BLOCKS * Math.sqrt(left / FREEDOM / squares));
  }

  private static Change change(double value, double error) {
    return new Change(value, error, Math.abs(value) <= ERRORS * error);
  }

  private double[] blocks(java.util.function.IntToDoubleFunction number) {
    return IntStream.range(0, BLOCKS)
        .mapToDouble(block -> block(block).mapToDouble(number).average().orElseThrow())
        .toArray();
  }

  private IntStream block(int block) {
    int n = overlaps.iterates();
    return IntStream.range(WindowBlocks.begin(n, block), WindowBlocks.begin(n, block + 1));
  }

  private double[] blockMean(int block) {
    int from = WindowBlocks.begin(overlaps.iterates(), block);
    int to = WindowBlocks.begin(overlaps.iterates(), block + 1);
    return mean(window.iterates().subList(from, to));
  }

  private static double[] mean(List<double[]> vectors) {
    double[] mean = new double[vectors.getFirst().length];
    for (double[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  private static double[] apart(List<double[]> means) {
    return Vectors.difference(mean(means.subList(HALF, BLOCKS)), mean(means.subList(0, HALF)));
  }

  /** The trace of the blocks' covariance within the halves. */
  private static double within(List<double[]> means) {
    return Stream.of(means.subList(0, HALF), means.subList(HALF, BLOCKS))
            .mapToDouble(
                half -> {
                  double[] mean = mean(half);
                  return half.stream()
                      .map(each -> Vectors.difference(each, mean))
                      .mapToDouble(away -> Vectors.dot(away, away))
                      .sum();
                })
            .sum()
        / FREEDOM;
  }

  /** A ratio of means, its error by leaving out one reading at a time. */
  private Part ratio(ToDoubleFunction<Reading> above, ToDoubleFunction<Reading> below) {
    var jackknife =
        new Jackknife<>(readings, IntStream.range(0, BLOCKS).mapToObj(this::without).toList());
    ToDoubleFunction<List<Reading>> quotient = some -> quotient(some, above, below);
    return new Part(jackknife.value(quotient), jackknife.error(quotient));
  }

  private List<Reading> without(int out) {
    return IntStream.range(0, BLOCKS).filter(i -> i != out).mapToObj(readings::get).toList();
  }

  private static double quotient(
      List<Reading> some, ToDoubleFunction<Reading> above, ToDoubleFunction<Reading> below) {
    return some.stream().mapToDouble(above).sum() / some.stream().mapToDouble(below).sum();
  }

  private static String stationary() {
    return "Stationary within errors: the window's halves agree in θ̄ and in both losses, and gᵀθ does not drift.";
  }

  private static String drifting(
      Change test, Change train, Change slope, boolean meanStays, double times) {
    List<String> told = new ArrayList<>();
    if (!train.stays()) {
      told.add("the train loss " + moves(train) + " from its first half to its second");
    }
    if (!test.stays()) {
      told.add("the test loss " + moves(test) + " from its first half to its second");
    }
    if (!slope.stays()) {
      told.add("gᵀθ " + moves(slope));
    }
    if (!meanStays) {
      told.add(
          "the means of its halves lie "
              + SayNumber.significant(times, 2)
              + " times as far apart as the blocks' spread explains");
    }
    return "Still drifting: over the window "
        + String.join(", ", told)
        + ". Bias and covariance are those of this window, not of a steady state: a longer SGD would tell more.";
  }

  private static String moves(Change change) {
    return (change.value() > 0 ? "rises" : "falls")
        + " by "
        + SayNumber.significant(Math.abs(change.value()))
        + " ± "
        + SayNumber.significant(change.error(), 2);
  }

  private String ratios(Part first, Part second) {
    return "The fluctuation-dissipation ratios are "
        + said(first)
        + " and "
        + said(second)
        + "; SGD drew without replacement"
        + (noise ? " and with noise that C does not hold" : "")
        + ", for which they need not be 1.";
  }

  private static String said(Part part) {
    return SayNumber.significant(part.value()) + " ± " + SayNumber.significant(part.error(), 2);
  }
}
