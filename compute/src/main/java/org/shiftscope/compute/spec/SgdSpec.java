package org.shiftscope.compute.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How SGD runs: samples shuffled each epoch, the last partial batch dropped (the paper's
 * hyperparameters of Figs 1-3).
 */
@ToldBy(value = "plan", whenMissing = SgdSpec.AtTemperature.NAME)
public sealed interface SgdSpec {

  /** Samples in a minibatch B, 1 to 1,000,000. */
  int batchSize();

  /** L2 coefficient λ, adding (λ/2)·‖θ‖² to the loss: 0 to 100. */
  double lambda();

  /** Most epochs that it runs. */
  int maxEpochs();

  /** η of the first step at a temperature. */
  double learningRate(double temperature);

  /** What the first step at a temperature adds to the flow time: η, but where T counts momentum. */
  default double flowOfStep(double temperature) {
    return learningRate(temperature);
  }

  /** Epochs that it asks for at a temperature, where each goes through so many samples. */
  double epochsWanted(double temperature, int samples);

  /** The temperature that it sets by itself; empty where it runs at any. */
  default Optional<Double> ownTemperature() {
    return Optional.empty();
  }

  /** μ of the heavy-ball momentum, 0 to below 1: v ← μ v + g, θ ← θ − η v. */
  default double momentum() {
    return 0;
  }

  /** What a plan at a temperature does beside plain steps; empty for nothing. */
  default Optional<Dynamics> dynamics() {
    return Optional.empty();
  }

  /** The noise that it adds to gradients; empty for none. */
  default Optional<Dynamics.Noise> noise() {
    return dynamics().filter(Dynamics.Noise.class::isInstance).map(Dynamics.Noise.class::cast);
  }

  /** Shares of the epochs at which the learning rate drops, ascending. */
  default List<Double> drops() {
    return List.of();
  }

  /** By what the learning rate is multiplied at each drop. */
  default double dropFactor() {
    return 1;
  }

  /**
   * A constant learning rate η = T · batchSize at each temperature T, for the same flow time. With
   * momentum μ, T is the effective temperature: η = T · batchSize · (1 − μ), and flow time counts
   * the effective rate η / (1 − μ), so that equal T and flow time take as many steps with momentum
   * as without.
   *
   * @param flowTime η, with momentum η / (1 − μ), times the number of steps, the same for every
   *     temperature (the paper's rule E · T = const); 1e-9 to 1e9
   * @param maxEpochs cap on the epochs, 1 to 1,000,000; a trial that it stops early says so
   * @param dynamics what it does beside plain steps; empty for nothing
   */
  @Id(AtTemperature.NAME)
  record AtTemperature(
      @Within(least = 1, most = 1_000_000) int batchSize,
      @Within(least = 1e-9, most = 1e9) double flowTime,
      @Within(least = 1, most = 1_000_000) int maxEpochs,
      @Within(least = 0, most = 100) double lambda,
      Optional<Dynamics> dynamics)
      implements SgdSpec {

    /** The name in JSON. */
    public static final String NAME = "at-temperature";

    /** Plain SGD. */
    public AtTemperature(int batchSize, double flowTime, int maxEpochs, double lambda) {
      this(batchSize, flowTime, maxEpochs, lambda, Optional.empty());
    }

    public AtTemperature {
      new Problems()
          .within(AtTemperature.class, "batchSize", batchSize)
          .within(AtTemperature.class, "flowTime", flowTime)
          .within(AtTemperature.class, "maxEpochs", maxEpochs)
          .within(AtTemperature.class, "lambda", lambda)
          .refuseIfAny();
    }

    @Override
    public double momentum() {
      return dynamics.map(Dynamics::momentum).orElse(0.0);
    }

    @Override
    public double learningRate(double temperature) {
      return flowOfStep(temperature) * (1 - momentum());
    }

    @Override
    public double flowOfStep(double temperature) {
      return temperature * batchSize;
    }

    @Override
    public double epochsWanted(double temperature, int samples) {
      return flowTime / (temperature * samples);
    }
  }

  /**
   * A stated learning rate for stated epochs, as networks are trained in practice. Its temperature
   * is T = learningRate / batchSize of the first step; momentum μ makes the noise of many steps
   * that of about T / (1 − μ) (Mandt et al. 2017, arXiv 1704.04289, Section 4.3), which is not
   * counted in T, nor in the flow time: both are of η as it stands here.
   *
   * @param learningRate η of the first step, such that T is 1e-12 to 100
   * @param epochs 1 to 1,000,000
   * @param momentum μ, 0 to below 1
   * @param drops shares of the epochs, ascending between 0 and 1; the rate drops before the step
   *     that is nearest to the share of all steps; at most 100
   * @param dropFactor by what the rate is multiplied at each, 1e-6 to 1
   */
  @Id(Scheduled.NAME)
  record Scheduled(
      double learningRate,
      @Within(least = 1, most = 1_000_000) int batchSize,
      @Within(least = 1, most = 1_000_000) int epochs,
      @Default("0") @Within(least = 0, most = 1, open = true) double momentum,
      @Default("[]") @Items(most = MOST_DROPS) List<Double> drops,
      @Default("0.1") @Within(least = 1e-6, most = 1) double dropFactor,
      @Within(least = 0, most = 100) double lambda)
      implements SgdSpec {

    /** The name in JSON. */
    public static final String NAME = "scheduled";

    private static final int MOST_DROPS = 100;

    public Scheduled {
      drops = List.copyOf(drops);
      double temperature = learningRate / batchSize;
      var problems =
          new Problems()
              .require(
                  batchSize < 1 || (temperature >= 1e-12 && temperature <= 100),
                  "learningRate",
                  "must make a temperature T = learning rate / batch size from 1e-12 to 100",
                  learningRate)
              .within(Scheduled.class, "batchSize", batchSize)
              .within(Scheduled.class, "epochs", epochs)
              .within(Scheduled.class, "momentum", momentum)
              .items(
                  Scheduled.class,
                  "drops",
                  "drops",
                  drops,
                  "must be at most " + MOST_DROPS + " shares");
      for (int i = 0; i < drops.size(); i++) {
        problems.require(
            drops.get(i) > 0 && drops.get(i) < 1,
            "drops[" + i + "]",
            "must be a share of the epochs above 0 and below 1",
            drops.get(i));
      }
      problems
          .require(ascend(drops), "drops", "must ascend", drops)
          .within(Scheduled.class, "dropFactor", dropFactor)
          .within(Scheduled.class, "lambda", lambda)
          .refuseIfAny();
    }

    private static boolean ascend(List<Double> values) {
      List<Double> sorted = new ArrayList<>(values.stream().distinct().sorted().toList());
      return sorted.equals(values);
    }

    @Override
    public int maxEpochs() {
      return epochs;
    }

    @Override
    public double learningRate(double temperature) {
      return learningRate;
    }

    @Override
    public double epochsWanted(double temperature, int samples) {
      return epochs;
    }

    @Override
    public Optional<Double> ownTemperature() {
      return Optional.of(learningRate / batchSize);
    }
  }
}
