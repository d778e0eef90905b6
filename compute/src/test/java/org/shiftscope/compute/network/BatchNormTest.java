package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.NetworkSpec;

/** A network with batch norm in SGD, and what it leaves to the measurements. */
@ParameterizedClass
@EnumSource(Implementation.class)
class BatchNormTest {

  private static final int BATCH = 6;
  private static final DatasetName IMAGES = DatasetName.DIGITS;

  private final Implementation implementation;
  private final Samples samples = GradientTest.random(IMAGES, 4 * BATCH);

  BatchNormTest(Implementation implementation) {
    this.implementation = implementation;
  }

  private static NetworkSpec normed(Activation activation) {
    return new NetworkSpec.Vgg9(true, activation, 0.03, Initialisation.HE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"TANH", "GELU"}) // kinks of ReLU within ε of a sample would be met
  void theGradientOfAMinibatchIsThatOfItsLoss(Activation activation) {
    try (Network network = implementation.network(normed(activation), IMAGES, Precision.DOUBLE)) {
      double[] theta = network.initialise(RandomStreams.of(1));
      Pass pass = network.pass(BATCH);
      pass.loadFrom(samples, 0);
      network.parameters().write(theta);
      pass.trainingLossAndGradient();
      double[] gradient = new double[theta.length];
      network.gradient().read(gradient);
      double epsilon = 1e-5;
      for (int i : IntStream.iterate(0, i -> i < theta.length, i -> i + 37).toArray()) {
        double ahead = trainingLoss(network, theta, i, epsilon);
        double behind = trainingLoss(network, theta, i, -epsilon);
        assertThat(gradient[i])
            .as("parameter %d of %d", i, theta.length)
            .isCloseTo((ahead - behind) / (2 * epsilon), within(1e-7));
      }
    }
  }

  private static double trainingLoss(Network network, double[] theta, int index, double step) {
    double[] moved = theta.clone();
    moved[index] += step;
    network.parameters().write(moved);
    return network.pass(BATCH).trainingLossAndGradient() / BATCH;
  }

  /** What a minibatch's mean takes away again cannot matter; what the running mean does, does. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void inTrainingAConvolutionsBiasHasNoGradient(Precision precision) {
    try (Network network = implementation.network(normed(Activation.RELU), IMAGES, precision)) {
      double[] theta = network.initialise(RandomStreams.of(1));
      network.parameters().write(theta);
      Pass pass = network.pass(BATCH);
      pass.loadFrom(samples, 0);
      pass.trainingLossAndGradient();
      // Sums over 384 pixels that would be 0.
      double rounding = precision == Precision.DOUBLE ? 1e-14 : 1e-5;
      assertThat(GradientTest.norm(firstBiases(network))).isLessThan(rounding);
      pass.lossAndGradient();
      assertThat(GradientTest.norm(firstBiases(network))).isGreaterThan(100 * rounding);
    }
  }

  /** Of the first convolution, of nine weights to each of two channels. */
  private static double[] firstBiases(Network network) {
    double[] gradient = new double[network.parameterCount()];
    network.gradient().read(gradient);
    return Arrays.copyOfRange(gradient, 18, 20);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void stepsMoveTheRunningStatisticsAndLossesDoNot(Precision precision) {
    NetworkSpec spec = normed(Activation.RELU);
    try (Network network = implementation.network(spec, IMAGES, precision)) {
      double[] theta = network.initialise(RandomStreams.of(1));
      double[] fresh = network.statistics();
      assertThat(fresh).hasSize(Network.statisticCount(spec, IMAGES)).contains(0, 1);
      var steps = new SgdSteps(network, samples, BATCH, new SgdSteps.StepSize(0.1, 1e-4), theta);
      int[] order = IntStream.range(0, samples.count()).toArray();
      steps.step(order, 0);
      double[] once = network.statistics();
      assertThat(once).doesNotContain(0, 1);
      steps.step(order, BATCH);
      assertThat(network.statistics()).isNotEqualTo(once);

      double[] kept = network.statistics();
      var loss = new DatasetLoss(network, samples, 0);
      double[] end = steps.parameters();
      double value = loss.valueAndGradient(end, new double[end.length]);
      loss.hessianTimes(end, theta, new double[end.length]);
      assertThat(loss.evaluate(end).loss()).isEqualTo(value);
      assertThat(network.statistics()).isEqualTo(kept);

      double[] point = network.pack(end);
      network.setStatistics(fresh);
      assertThat(loss.evaluate(end).loss()).isNotEqualTo(value);
      assertThat(network.unpack(point)).isEqualTo(end);
      assertThat(loss.evaluate(end).loss()).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aSamplesLossDoesNotDependOnItsNeighbours(Precision precision) {
    try (Network network = implementation.network(normed(Activation.RELU), IMAGES, precision)) {
      double[] theta = network.initialise(RandomStreams.of(1));
      GradientTest.moveStatistics(network);
      var loss = new DatasetLoss(network, samples, 0);
      double[] gradient = new double[theta.length];
      loss.valueAndGradient(theta, gradient);
      double[] mean = new double[theta.length];
      loss.eachSampleGradient(
          theta, 0, each -> Arrays.setAll(mean, i -> mean[i] + each[i] / samples.count()));
      assertThat(GradientTest.distance(mean, gradient))
          .isLessThan((precision == Precision.DOUBLE ? 1e-13 : 1e-5) * GradientTest.norm(gradient));
    }
  }
}
