package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.InvarianceMeasurement.Approach;
import org.shiftscope.compute.result.InvarianceMeasurement.InOtherCoordinates;
import org.shiftscope.compute.result.InvarianceMeasurement.Moved;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.Invariance;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;

/** The terms of Eqs 3 and 4 of every network in other coordinates, at the points of a trial. */
class InvarianceTrialTest {

  private static final String RESCALINGS =
      """
      {"rescaling": [0.1, 10], "rescalingByChannel": [4]}
      """;

  static List<NetworkSpec> networks() {
    return List.of(
        new NetworkSpec.Mlp(List.of(16, 8), Activation.RELU, 1),
        new NetworkSpec.Cnn(List.of(3, 4), 3, List.of(8), Activation.RELU, 1),
        new NetworkSpec.Vgg9(false, Activation.RELU, 0.06, Initialisation.HE),
        new NetworkSpec.Vgg9(true, Activation.RELU, 0.06, Initialisation.HE),
        new NetworkSpec.ResNet10(Activation.RELU, 0.06, Initialisation.HE));
  }

  static TemperatureSweep sweep(NetworkSpec network) {
    int half = network instanceof NetworkSpec.Mlp ? 1 : 2; // convolutions take longer
    return new TemperatureSweep(
        "Source",
        new TrainingSpec(
            new DatasetSpec(DatasetName.DIGITS, 60 / half, 16 / half),
            network,
            new Temperatures.Listed(List.of(5e-3)),
            new Seeds(List.of(3L)),
            new SgdSpec.AtTemperature(20 / half, 8, 1_000, 1e-3)),
        new RefinementSpec.Flow(0.2, 0.2, new Integrator.FixedRate(2e-2)),
        new LineSpec(-1, 2, 51));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void rescaledLayersLeaveEveryTermWhileTheLargestEigenvalueMoves(NetworkSpec network) {
    CheckedTrial trial = CheckedTrial.of(sweep(network));
    InvarianceMeasurement found = trial.check(trial.spec(RESCALINGS, 3));
    assertThat(found.maps()).hasSize(3);
    for (InOtherCoordinates map : found.maps()) {
      assertThat(map.terms()).hasSize(10).allMatch(Term::holds).allMatch(t -> t.change() <= 1e-6);
    }
    // With batch norm the scale of a convolution drops out of the loss by itself, and most of what
    // curves it are γ and β, which are not scaled.
    double least = network.equals(networks().get(3)) ? 1.2 : 10;
    for (InOtherCoordinates map : found.maps().subList(0, 2)) {
      Moved largest = map.moved().getFirst();
      assertThat(largest.factor()).as(found.sentence()).isGreaterThan(least);
    }
    assertThat(found.certificate().holds()).isTrue();
    assertThat(found.certificate().terms()).isEqualTo(30);
  }

  @Test
  void aRandomMixLeavesEveryTermAsItIs() {
    CheckedTrial trial = CheckedTrial.of(sweep(tanh()));
    InvarianceMeasurement found = trial.check(trial.spec("{\"linearMix\": [100, 1e4]}", 4));
    for (InOtherCoordinates map : found.maps()) {
      assertThat(map.terms()).hasSize(10).allMatch(Term::holds);
      assertThat(map.moved().getFirst().factor()).isGreaterThan(10);
    }
    // 1e4 in the condition number of A, and squared in that of AᵀHA.
    assertThat(found.maps().getLast().terms()).allMatch(term -> term.change() < 1e-8);
  }

  /**
   * The flow's end is no critical point, so H gains gᵀ∂²θ: a change that does not fall with the
   * shift. What is left without it falls with the first power, and so does the second order of Eq.
   * 3 with nothing taken off.
   */
  @Test
  void curvedMapsKeepTheTermsToFirstOrderOnceTheSlopesTermIsTakenOff() {
    CheckedTrial trial = CheckedTrial.of(sweep(tanh()));
    InvarianceMeasurement found = trial.check(trial.spec("{\"sinh\": [1, 3], \"cubic\": [2]}", 4));
    assertThat(found.maps()).hasSize(3);
    for (InOtherCoordinates map : found.maps()) {
      assertThat(map.terms()).as(map.sentence()).hasSize(9).allMatch(Term::holds);
      assertThat(map.order()).hasSize(7);
      for (Approach term : map.order()) {
        assertThat(term.correctedOrder()).as(term.toString()).isGreaterThan(0.8);
      }
      Approach curvature = map.order().get(2);
      assertThat(curvature.id()).isEqualTo("shift-curvature");
      assertThat(Math.abs(curvature.correction().get(3))).isGreaterThan(1e-4);
      Approach whole = map.order().getLast();
      assertThat(whole.id()).isEqualTo("second-order");
      assertThat(whole.correction()).isEqualTo(Series.of(0, 0, 0, 0));
      assertThat(whole.correctedOrder()).isGreaterThan(0.8);
    }
  }

  @Test
  void theSameCheckHasTheSameIdAndAnotherOneAnother() {
    CheckedTrial trial = CheckedTrial.of(sweep(tanh()));
    Invariance spec = trial.spec("{\"linearMix\": [10]}", 2);
    InvarianceMeasurement found = trial.check(spec);
    assertThat(trial.check(spec)).isEqualTo(found);
    assertThat(found.certificate().id()).matches("[0-9a-f]{16}");
    assertThat(found.certificate().points())
        .extracting(point -> point.name())
        .containsExactly("train-point", "test-point", "sgd-end");
    assertThat(found.certificate().points()).allMatch(point -> point.sha256().length() == 64);
    assertThat(trial.check(trial.spec("{\"linearMix\": [11]}", 2)).certificate().id())
        .isNotEqualTo(found.certificate().id());
  }

  private static NetworkSpec tanh() {
    return new NetworkSpec.Mlp(List.of(8), Activation.TANH, 1);
  }
}
