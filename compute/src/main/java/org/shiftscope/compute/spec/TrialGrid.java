package org.shiftscope.compute.spec;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * One trial for each temperature and seed, the temperatures first, so that an experiment that is
 * stopped early holds every temperature of its first seeds.
 *
 * @param temperatures the temperatures T
 * @param seeds the seeds
 */
record TrialGrid(Temperatures temperatures, Seeds seeds) {

  /** Of any kind: more would not be told apart on a page. */
  static final int MOST_TRIALS = 10_000;

  void check(Problems problems, int mostTrials) {
    long trials = (long) temperatures.values().size() * seeds.values().size();
    problems.require(
        trials <= mostTrials,
        "temperatures",
        "times seeds must make at most " + mostTrials + " trials",
        trials);
  }

  int count() {
    return temperatures.values().size() * seeds.values().size();
  }

  double temperatureOf(int trial) {
    return temperatures.values().get(trial % temperatures.values().size());
  }

  long seedOf(int trial) {
    return seeds.values().get(trial / temperatures.values().size());
  }

  SequencedMap<String, Number> coordinates(int trial) {
    SequencedMap<String, Number> coordinates = new LinkedHashMap<>();
    coordinates.put("temperature", temperatureOf(trial));
    coordinates.put("seed", seedOf(trial));
    return coordinates;
  }

  String label(int trial) {
    return String.format(Locale.ROOT, "T = %.4g, seed %d", temperatureOf(trial), seedOf(trial));
  }
}
