package org.shiftscope.compute.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.SweepFindings.AtTime;
import org.shiftscope.compute.result.SweepFindings.Eq3;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.result.TemperatureTrend.Tested;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.EarlierTimes;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;
import org.shiftscope.compute.statistics.Spread;

/**
 * A sweep whose one quantity, ‖s‖, is planted, without the findings' bootstrap: that takes seconds
 * over hundreds of them.
 */
record PlantedExperiment(TemperatureSweep spec) {

  static final List<Double> TEMPERATURES = List.of(0.003, 0.01, 0.03);

  static PlantedExperiment sweep(String title, List<Long> seeds, SgdSpec sgd) {
    return sweep(title, DatasetSpec.all(DatasetName.DIGITS), TEMPERATURES, seeds, sgd);
  }

  static PlantedExperiment sweep(
      String title, DatasetSpec dataset, List<Double> at, List<Long> seeds, SgdSpec sgd) {
    return new PlantedExperiment(
        new TemperatureSweep(
            title,
            new TrainingSpec(
                dataset,
                new NetworkSpec.Mlp(List.of(8), Activation.RELU, 1),
                new Temperatures.Listed(at),
                new Seeds(seeds),
                sgd),
            flow(5, Optional.empty()),
            new LineSpec(-1, 2, 61)));
  }

  static SgdSpec plain() {
    return new SgdSpec.AtTemperature(8, 600, 1000, 1e-5);
  }

  static SgdSpec momentum() {
    return new SgdSpec.AtTemperature(8, 600, 1000, 1e-5, Optional.of(new Dynamics.Momentum(0.9)));
  }

  static RefinementSpec flow(double time, Optional<EarlierTimes> earlier) {
    return new RefinementSpec.Flow(
        time, time, new RefinementSpec.Integrator.Adaptive(1e-4), earlier);
  }

  /** The same with another refinement. */
  PlantedExperiment refinedBy(RefinementSpec refinement) {
    return new PlantedExperiment(
        new TemperatureSweep(spec.title(), spec.training(), refinement, spec.line()));
  }

  /** With a value for each trial, at every flow time. */
  ComparedExperiment with(ToDoubleFunction<Place> value) {
    List<Place> places =
        IntStream.range(0, spec.trialCount())
            .mapToObj(i -> new Place(i, spec.temperatureOf(i), spec.seedOf(i), spec.splitOf(i)))
            .toList();
    return with(places, places.stream().mapToDouble(value).toArray());
  }

  /** Before the first result. */
  ComparedExperiment empty() {
    return with(List.of());
  }

  private ComparedExperiment with(List<Place> places, double... values) {
    var trials =
        new CountedTrials(spec.trialCount(), places.size(), places, List.of(), List.of(), "");
    TemperatureTrend trend = trend(places, values);
    var eq3 = new Eq3(Series.of(), List.of(), "", "");
    List<AtTime> earlier = new ArrayList<>();
    for (int i = 0; i < spec.refinement().earlierShares().size(); i++) {
      var time = spec.refinement().flowTimes().get(i);
      earlier.add(new AtTime(time.train(), time.test(), List.of(trend), eq3));
    }
    return new ComparedExperiment(
        spec.title(),
        spec.title(),
        spec,
        new SweepFindings(
            List.of(),
            trials,
            List.of(trend),
            eq3,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            earlier));
  }

  private static TemperatureTrend trend(List<Place> places, double... values) {
    List<Mean> means =
        places.stream()
            .map(Place::temperature)
            .distinct()
            .sorted()
            .map(t -> mean(t, places, values))
            .toList();
    return new TemperatureTrend(
        "shift-norm",
        "Length of the shift ‖s‖",
        "length",
        means,
        Series.of(values),
        Series.of(),
        new Tested(
            Direction.FALLS,
            0,
            0,
            new Tau(Double.NaN, ConfidenceInterval.none()),
            Double.NaN,
            ConfidenceInterval.none(),
            Double.NaN,
            Double.NaN,
            Double.NaN,
            false,
            ""));
  }

  private static Mean mean(double temperature, List<Place> places, double... values) {
    Spread spread =
        Spread.of(
            IntStream.range(0, values.length)
                .filter(i -> places.get(i).temperature() == temperature)
                .mapToDouble(i -> values[i])
                .toArray());
    return new Mean(temperature, spread.count(), spread.mean(), spread.deviation(), spread.error());
  }
}
