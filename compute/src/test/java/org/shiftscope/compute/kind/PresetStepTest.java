package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.TemperatureSweep;

/**
 * One SGD step of each preset's network, at its own batch size and highest rate, on random images:
 * what data files bring cannot be tested where there are none, but the step can.
 */
class PresetStepTest {

  static Stream<TemperatureSweep> presets() {
    return Presets.all().stream()
        .map(Preset::spec)
        .filter(TemperatureSweep.class::isInstance)
        .map(TemperatureSweep.class::cast);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aStepDownTheGradientLowersTheLossByTheRateTimesItsSquare(TemperatureSweep sweep) {
    int batch = sweep.sgd().batchSize();
    Samples samples = random(sweep.dataset().name(), batch);
    int[] order = IntStream.range(0, batch).toArray();
    try (Network network = network(sweep, Precision.SINGLE);
        Network exact = network(sweep, Precision.DOUBLE)) {
      double[] theta = network.initialise(RandomStreams.of(1));
      var loss = new DatasetLoss(exact, samples, 0);
      double[] gradient = new double[theta.length];
      double before = loss.valueAndGradient(theta, gradient);
      double hottest =
          batch * sweep.temperatures().values().stream().mapToDouble(t -> t).max().orElseThrow();
      var steps = new SgdSteps(network, samples, batch, new SgdSteps.StepSize(hottest, 0), theta);
      assertThat(steps.step(order, 0)).isCloseTo(before, within(1e-5 * before));
      double[] after = steps.parameters();
      double[] expected = new double[theta.length];
      Arrays.setAll(expected, i -> theta[i] - hottest * gradient[i]);
      assertThat(distance(after, expected)).isLessThan(1e-3 * hottest * norm(gradient));
      // To first order; so short a step that the second does not matter.
      double rate = 1e-3 / (norm(gradient) * norm(gradient));
      Arrays.setAll(expected, i -> theta[i] - rate * gradient[i]);
      assertThat(before - loss.evaluate(expected).loss()).isBetween(0.9e-3, 1.1e-3);
    }
  }

  private static Network network(TemperatureSweep sweep, Precision precision) {
    return new Network(sweep.network(), sweep.dataset().name(), precision);
  }

  private static Samples random(DatasetName images, int count) {
    RandomGenerator random = RandomStreams.of(5).generator();
    float[] features = new float[count * images.sampleSize()];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
    }
    byte[] classes = new byte[count];
    for (int i = 0; i < count; i++) {
      classes[i] = (byte) random.nextInt(10);
    }
    return new Samples(features, classes);
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static double norm(double[] a) {
    return distance(a, new double[a.length]);
  }
}
