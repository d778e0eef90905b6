package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.TemperatureTrend.Tested;
import org.shiftscope.compute.spec.Id;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.TwoOneSidedTests;

/**
 * What resampling found (Fig 5 of the paper).
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count
 * @param shuffle the shuffling experiment, where it was asked for
 * @param sizes the sample-size experiment, where it was asked for
 * @param grades how many of the points are minima; empty where none was judged
 */
@Id("resampling-findings")
public record ResamplingFindings(
    List<String> sentences,
    CountedTrials trials,
    Optional<Shuffle> shuffle,
    Optional<SampleSize> sizes,
    Optional<PointGrades> grades)
    implements Findings {

  public ResamplingFindings {
    sentences = List.copyOf(sentences);
  }

  /** None: all trials are at one temperature. */
  @Override
  public List<TemperatureTrend> trends() {
    return List.of();
  }

  /**
   * The shuffling experiment.
   *
   * @param margin how large a difference was taken for none, as a share
   * @param comparisons each quantity; the test loss, on which the paper judges, first
   * @param sentence what follows from the test loss
   */
  public record Shuffle(double margin, List<Comparison> comparisons, String sentence) {
    public Shuffle {
      comparisons = List.copyOf(comparisons);
    }
  }

  /** Whether the test samples come from another distribution than the train samples. */
  public enum DistributionShift implements Named {
    /** The given split is as good as a shuffled one, within the margin. */
    NONE("No distribution shift beyond the margin"),
    /** It is higher by more than the margin, and hardly a shuffled split is like that. */
    FOUND("A distribution shift"),
    /** Neither can be told. */
    UNDECIDED("Undecided");

    private final String title;

    DistributionShift(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /**
   * One quantity on the given split and on shuffled ones, over the seeds that have both: a seed's
   * two trials share their initialisation, and are a pair. Numbers that are not told below three
   * pairs are NaN.
   *
   * @param id its name in JSON
   * @param title its name for a person
   * @param unit its unit
   * @param given on the given split
   * @param shuffled on shuffled ones
   * @param difference mean of given − shuffled
   * @param interval its 95 % interval, by Student's t over pairs
   * @param margin how large a difference is taken for none, in its unit
   * @param equivalence whether the given split's mean is within the margin of that of all splits,
   *     by two one-sided tests over pairs; empty below three pairs
   * @param draw whether the given split is a plausible draw among the shuffled ones
   * @param shift what follows
   * @param seedsNeeded about how many seeds would decide, if the numbers stay as they are; 0 where
   *     it is decided, and where more seeds would not
   * @param sentence all that in words
   */
  public record Comparison(
      String id,
      String title,
      String unit,
      Runs given,
      Runs shuffled,
      double difference,
      ConfidenceInterval interval,
      double margin,
      Optional<TwoOneSidedTests> equivalence,
      PlausibleDraw draw,
      DistributionShift shift,
      int seedsNeeded,
      String sentence) {

    /** The larger p of both one-sided tests; NaN below three pairs. */
    public double equivalencePValue() {
      return equivalence.map(TwoOneSidedTests::pValue).orElse(Double.NaN);
    }
  }

  /**
   * The trials of one side.
   *
   * @param trials their numbers, by the order of the seeds
   * @param values in the same order
   * @param mean of the values; NaN without any
   * @param deviation their sample standard deviation (n − 1); NaN for fewer than two
   */
  public record Runs(List<Integer> trials, Series values, double mean, double deviation) {
    public Runs {
      trials = List.copyOf(trials);
    }
  }

  /**
   * Where the given split's mean lies among the shuffled splits. It is one split: no number of
   * seeds on it tells how splits differ.
   *
   * @param interval in which 95 of 100 further shuffled splits lie, by Student's t with the
   *     shuffled trials' deviation. The mean over seeds scatters less than one trial, so that the
   *     interval is too wide rather than too narrow
   * @param pValue two-sided, of the same t
   * @param below shuffled trials whose value is below the given split's mean
   * @param rankPValue two-sided, of that rank; at least 2 / (trials + 1)
   */
  public record PlausibleDraw(
      ConfidenceInterval interval, double pValue, int below, double rankPValue) {}

  /**
   * The sample-size experiment.
   *
   * @param trends each quantity against the sample size; the test loss and the length of the shift,
   *     on which the claim hangs, first
   * @param shift whether both of these fall as the sample grows
   * @param sentences what follows, the first leading
   */
  public record SampleSize(List<SizeTrend> trends, FiniteSample shift, List<String> sentences) {
    public SampleSize {
      sentences = List.copyOf(sentences);
      trends = List.copyOf(trends);
    }
  }

  /** Whether smaller samples make a larger shift. */
  public enum FiniteSample implements Named {
    /** Test loss and ‖s‖ both fall as the sample grows. */
    SHOWN("Smaller samples shift more"),
    /** One of them rises, or is the same at every size. */
    CONTRADICTED("Smaller samples do not shift more"),
    /** No such trend can be told. */
    UNDECIDED("Undecided");

    private final String title;

    FiniteSample(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /**
   * One quantity against the sample size.
   *
   * @param id its name in JSON
   * @param title its name for a person
   * @param unit its unit
   * @param sizes mean and spread by ascending sample size; those without a value left out
   * @param trials the numbers of the trials of the values
   * @param samples their sample sizes
   * @param values NaN where a trial did not measure it
   * @param test whether it rises or falls with the sample size
   * @param power how fast, where a trend is claimed and all values are above 0
   */
  public record SizeTrend(
      String id,
      String title,
      String unit,
      List<AtSize> sizes,
      List<Integer> trials,
      Series samples,
      Series values,
      Tested test,
      Optional<PowerLaw> power) {
    public SizeTrend {
      sizes = List.copyOf(sizes);
      trials = List.copyOf(trials);
    }
  }

  /**
   * Over the draws of one sample size.
   *
   * @param sampleSize n, train and test together
   * @param trials draws, at least 1
   * @param mean of the draws' values
   * @param deviation their sample standard deviation (n − 1); NaN for one draw
   * @param error standard error of the mean; NaN for one draw
   */
  public record AtSize(int sampleSize, int trials, double mean, double deviation, double error) {}

  /**
   * A n^(−γ), by least squares of the logarithms over all trials.
   *
   * @param exponent γ: above 0 for what falls as the sample grows
   * @param interval its 95 % interval by the bootstrap over draws
   * @param factor A, in units of the quantity
   * @param rSquared share of the logarithms' variance that the line explains
   */
  public record PowerLaw(
      double exponent, ConfidenceInterval interval, double factor, double rSquared) {

    /** The fit at a sample size. */
    public double at(double sampleSize) {
      return factor * Math.pow(sampleSize, -exponent);
    }
  }
}
