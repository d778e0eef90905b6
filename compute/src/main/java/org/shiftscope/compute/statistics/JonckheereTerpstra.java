package org.shiftscope.compute.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;

/**
 * The test of Jonckheere (1954) and Terpstra (1952) for a trend over ordered groups, within blocks:
 * J counts the pairs of one block, of a lower and a higher group, in which the value of the higher
 * group is larger, ties by one half. What sets the blocks apart does not count: without a trend the
 * values of a block are exchangeable among its groups, and J is about half of all such pairs. A
 * block with one group has no pairs, and one block alone makes the plain test. With one value of
 * each group J is that of Kendall's test of each block, summed as in the seasonal test of Hirsch,
 * Slack and Smith (1982).
 *
 * <p>p is two-sided. It is exact without ties within blocks, up to {@value #MOST_PAIRS} pairs: the
 * numbers of a block's arrangements with J = j are the coefficients of the Gaussian multinomial
 * (Harding 1984), which doubles hold exactly, and the distributions of blocks are convolved as
 * probabilities. Only positive numbers are added there, so that p has a relative error below 1e-12
 * down to 1e-300. Otherwise p is by the normal approximation, with the sum of the blocks'
 * variances, each corrected for ties (Hollander and Wolfe 1999, section 6.2).
 *
 * @param statistic J
 * @param expected its mean without a trend
 * @param z (J − expected) / its deviation without a trend: above 0 for a rise
 * @param pValue two-sided
 * @param exact whether p is exact
 * @param blocks how many have pairs
 * @param tau the effect, J / expected − 1: Kendall's τ over the same pairs, −1 to 1, ties counting
 *     as neither; its interval by the bootstrap over blocks
 */
public record JonckheereTerpstra(
    double statistic,
    double expected,
    double z,
    double pValue,
    boolean exact,
    int blocks,
    Tau tau) {

  /** More would take long, for a p that is normal; as many give no probability below 1e-302. */
  private static final int MOST_PAIRS = 1_000;

  /**
   * Tests.
   *
   * @param block of each value, shape [n]; not modified
   * @param group what orders the groups, shape [n]; not modified
   * @param value the values, none of them NaN, shape [n]; not modified
   * @param stream what blocks are resampled from
   * @return p and z NaN where no block has two groups, or all values of each block are equal
   */
  public static JonckheereTerpstra of(
      long[] block, double[] group, double[] value, RandomStreams stream) {
    List<TrendBlock> blocks = blocks(block, group, value);
    double statistic = blocks.stream().mapToDouble(TrendBlock::statistic).sum();
    double expected = blocks.stream().mapToDouble(TrendBlock::expected).sum();
    double variance = blocks.stream().mapToDouble(TrendBlock::variance).sum();
    boolean tells = variance > 0;
    boolean exact =
        tells && 2 * expected <= MOST_PAIRS && blocks.stream().allMatch(TrendBlock::countable);
    double z = tells ? (statistic - expected) / Math.sqrt(variance) : Double.NaN;
    return new JonckheereTerpstra(
        statistic,
        expected,
        z,
        exact ? exact(statistic, blocks) : normal(z),
        exact,
        blocks.size(),
        tau(blocks, stream));
  }

  /** Those with pairs, in the order of their numbers. */
  private static List<TrendBlock> blocks(long[] block, double[] group, double[] value) {
    Map<Long, List<Integer>> members =
        IntStream.range(0, value.length)
            .boxed()
            .collect(Collectors.groupingBy(i -> block[i], TreeMap::new, Collectors.toList()));
    return members.values().stream()
        .map(of -> TrendBlock.of(taken(of, group), taken(of, value)))
        .filter(each -> each.expected() > 0)
        .toList();
  }

  private static double[] taken(List<Integer> places, double[] of) {
    return places.stream().mapToDouble(i -> of[i]).toArray();
  }

  /** NaN for NaN. */
  private static double normal(double z) {
    return Double.isNaN(z)
        ? Double.NaN
        : 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z));
  }

  private static double exact(double statistic, List<TrendBlock> blocks) {
    double[] probabilities = {1};
    for (TrendBlock block : blocks) {
      probabilities = convolve(probabilities, block.probabilities());
    }
    int j = (int) statistic;
    double atMost = Arrays.stream(probabilities, 0, j + 1).sum();
    double atLeast = Arrays.stream(probabilities, j, probabilities.length).sum();
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }

  private static double[] convolve(double[] a, double[] b) {
    double[] both = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        both[i + j] += a[i] * b[j];
      }
    }
    return both;
  }

  private static Tau tau(List<TrendBlock> blocks, RandomStreams stream) {
    double[] once = new double[blocks.size()];
    Arrays.fill(once, 1);
    return new Tau(
        tau(blocks, once),
        new BootstrapOverSeeds(LongStream.range(0, once.length).toArray(), stream)
            .of(weights -> tau(blocks, weights)));
  }

  /** {@code weights}: how often each block is counted. */
  private static double tau(List<TrendBlock> blocks, double[] weights) {
    double statistic = 0;
    double expected = 0;
    for (int i = 0; i < weights.length; i++) {
      statistic += weights[i] * blocks.get(i).statistic();
      expected += weights[i] * blocks.get(i).expected();
    }
    return expected > 0 ? statistic / expected - 1 : Double.NaN;
  }
}
