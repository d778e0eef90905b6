package org.shiftscope.compute.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.shiftscope.compute.claim.ByDraw;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;

/**
 * The counted trials of two experiments at one temperature, and their pairs: those that agree on
 * every other axis, their seed and split above all.
 *
 * @param reference the counted trials of the reference, as places in its list
 * @param other those of the other
 * @param pairs places in both lists of each pair, shape [pairs, 2]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record PairTrials(
    Counted reference, Counted other, int[] atReference, int[] atOther, int[][] pairs) {

  /** The counted trials of an experiment. */
  record Counted(ExperimentSpec spec, List<Place> places) {

    static Counted of(ComparedExperiment experiment) {
      return new Counted(experiment.spec(), experiment.findings().trials().counted());
    }

    int[] at(double temperature) {
      return IntStream.range(0, places.size())
          .filter(i -> ComparedExperiment.equal(temperature, places.get(i).temperature()))
          .toArray();
    }

    /** What sets a trial apart beside its temperature. */
    Map<String, Number> coordinates(int place) {
      Map<String, Number> values = new HashMap<>(spec.coordinates(places.get(place).trial()));
      values.remove(Axis.TEMPERATURE);
      return values;
    }

    List<Place> only(IntStream chosen) {
      return chosen.mapToObj(places::get).toList();
    }
  }

  static PairTrials at(double temperature, Counted reference, Counted other) {
    int[] ofReference = reference.at(temperature);
    int[] ofOther = other.at(temperature);
    Map<Map<String, Number>, Integer> others = new HashMap<>();
    IntStream.of(ofOther).forEach(place -> others.put(other.coordinates(place), place));
    int[][] pairs =
        IntStream.of(ofReference)
            .filter(place -> others.containsKey(reference.coordinates(place)))
            .mapToObj(
                place ->
                    new int[] {
                      place, Objects.requireNonNull(others.get(reference.coordinates(place)))
                    })
            .toArray(int[][]::new);
    return new PairTrials(reference, other, ofReference, ofOther, pairs);
  }

  /**
   * The pairs by draw: the reference's value, the other's, and other − reference. Pairs of which
   * one lacks a value are left out.
   */
  ByDraw paired(Series ofReference, Series ofOther) {
    double[] first = values(i -> pairs[i][0], pairs.length, ofReference);
    double[] second = values(i -> pairs[i][1], pairs.length, ofOther);
    double[] difference =
        IntStream.range(0, pairs.length).mapToDouble(i -> second[i] - first[i]).toArray();
    return ByDraw.of(
        reference.only(IntStream.range(0, pairs.length).map(i -> pairs[i][0])),
        first,
        second,
        difference);
  }

  /** The trials of the reference by draw, pairs or not. */
  ByDraw ofReference(Series values) {
    return all(reference, atReference, values);
  }

  /** Those of the other. */
  ByDraw ofOther(Series values) {
    return all(other, atOther, values);
  }

  private static ByDraw all(Counted from, int[] at, Series values) {
    return ByDraw.of(from.only(IntStream.of(at)), values(i -> at[i], at.length, values));
  }

  private static double[] values(IntUnaryOperator place, int count, Series values) {
    return IntStream.range(0, count).mapToDouble(i -> values.get(place.applyAsInt(i))).toArray();
  }
}
