package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.Id;
import org.shiftscope.compute.spec.SpecDifference;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

/**
 * Experiments compared with one of them, the reference, at equal temperature: each quantity that
 * both have, at each temperature that both have.
 *
 * @param sentence what was found of all others, in short
 * @param share of T's own effect within which two are equal
 * @param tests how many tests tell something: what Holm's correction goes over
 * @param level of each test, and after Holm of all of them together
 * @param reference what the others are compared with; it differs in nothing from itself
 * @param others what is compared with it
 * @param quantities each that the reference shares with another at a temperature, in the order of
 *     its findings, those of earlier flow times last
 */
@Id("experiment-comparison")
public record ExperimentComparison(
    String sentence,
    double share,
    int tests,
    double level,
    Side reference,
    List<Side> others,
    List<Quantity> quantities) {

  public ExperimentComparison {
    others = List.copyOf(others);
    quantities = List.copyOf(quantities);
  }

  /**
   * One experiment.
   *
   * @param experiment its id
   * @param name the experiment's, for a person
   * @param temperatures T that it has in common with the reference, ascending; all of the
   *     reference's own
   * @param differences in what its spec differs from the reference's
   * @param confounded whether more than one of these changes trials, so that what is found may come
   *     of any of them
   * @param sentence the differences in words
   * @param trials which of its trials count; empty where there is nothing to say
   * @param found what was found of it over all quantities; empty for the reference
   */
  public record Side(
      String experiment,
      String name,
      List<Double> temperatures,
      List<SpecDifference> differences,
      boolean confounded,
      String sentence,
      String trials,
      String found) {
    public Side {
      temperatures = List.copyOf(temperatures);
      differences = List.copyOf(differences);
    }

    /** The same, of which this is found. */
    public Side finding(String sentences) {
      return new Side(
          experiment, name, temperatures, differences, confounded, sentence, trials, sentences);
    }
  }

  /**
   * One quantity.
   *
   * @param id its name in JSON
   * @param title its name for a person
   * @param unit its unit; empty for a pure number
   * @param flowTime where on the flows it was measured; empty where it hangs on none
   * @param margin within which two are equal: the share of the range of the reference's means over
   *     T; NaN where T changes nothing or is one
   * @param direction where it goes with T in the reference: with no trend, the margin may be chance
   * @param means of the reference by ascending T, over all of its counted trials
   * @param others each experiment that has it
   * @param sentence what was found of it
   */
  public record Quantity(
      String id,
      String title,
      String unit,
      Optional<FlowTime> flowTime,
      double margin,
      Direction direction,
      List<Mean> means,
      List<Other> others,
      String sentence) {
    public Quantity {
      means = List.copyOf(means);
      others = List.copyOf(others);
    }

    /** The same with other tests. */
    public Quantity with(List<Other> tests) {
      return new Quantity(id, title, unit, flowTime, margin, direction, means, tests, sentence);
    }

    /** The same, of which this is found. */
    public Quantity saying(String found) {
      return new Quantity(id, title, unit, flowTime, margin, direction, means, others, found);
    }
  }

  /**
   * A quantity of another experiment beside the reference's.
   *
   * @param experiment its id
   * @param means by ascending T, over all of its counted trials
   * @param temperatures the tests by ascending T
   */
  public record Other(String experiment, List<Mean> means, List<AtEqualTemperature> temperatures) {
    public Other {
      means = List.copyOf(means);
      temperatures = List.copyOf(temperatures);
    }
  }

  /**
   * Whether a quantity is equal at one temperature, by two one-sided t-tests: in pairs of trials of
   * one seed and split where three draws have them, else by Welch's test. Values are first averaged
   * over the trials of an independent draw.
   *
   * @param temperature T
   * @param pairs of trials that both experiments have; 0 where it is not tested in pairs
   * @param draws independent draws behind it: where it is not tested in pairs, those of the
   *     experiment that has fewer
   * @param drawn what is drawn: "seeds" or "splits"
   * @param reference mean of the reference over these draws
   * @param other mean of the other
   * @param difference other − reference
   * @param interval its 90 % interval; NaN where nothing can be told
   * @param equal p, one-sided, of what was seen were the difference no smaller than the margin; NaN
   *     as above
   * @param different p, one-sided, of what was seen were it no larger; NaN as above
   * @param adjusted twice the smaller of both after Holm over all tests
   * @param verdict what the test says by itself, at 5 %
   */
  public record AtEqualTemperature(
      double temperature,
      int pairs,
      int draws,
      String drawn,
      double reference,
      double other,
      double difference,
      ConfidenceInterval interval,
      double equal,
      double different,
      double adjusted,
      Verdict verdict) {

    /** The same with its p after Holm. */
    public AtEqualTemperature adjustedTo(double p) {
      return new AtEqualTemperature(
          temperature,
          pairs,
          draws,
          drawn,
          reference,
          other,
          difference,
          interval,
          equal,
          different,
          p,
          verdict);
    }

    /** Whether the verdict stands after Holm's correction. */
    public boolean standsAt(double level) {
      return verdict != Verdict.UNDECIDED && adjusted < level;
    }
  }
}
