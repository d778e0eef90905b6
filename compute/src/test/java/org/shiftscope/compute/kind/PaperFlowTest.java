package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * The paper's refinement, 50,000 full-data gradients at a rate of 1e-4 for each point, against the
 * extrapolated integrator from the same end of SGD, with at least 50 times fewer gradients. Minutes
 * for each network, so it runs only with {@code -DpaperFlow}, and writes its numbers to
 * target/paper-flow.md; docs/results/refinement.md says what they mean.
 */
@EnabledIfSystemProperty(named = "paperFlow", matches = ".*")
class PaperFlowTest {

  private static final double TIME = 5;
  private static final Path TABLE = Path.of("target", "paper-flow.md");

  /** The presets' of networks with convolutions. */
  private static final Integrator PRESET = new Integrator.Extrapolated(5e-5);

  private static final List<Integrator> OTHERS =
      List.of(
          new Integrator.Extrapolated(2e-4),
          new Integrator.Extrapolated(1e-5),
          new Integrator.Adaptive(1e-4),
          new Integrator.Adaptive(3e-5),
          new Integrator.Adaptive(1e-5));

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  static Stream<NetworkSpec> networks() {
    return Stream.of(Activation.RELU, Activation.TANH)
        .map(activation -> new NetworkSpec.Cnn(List.of(4, 8), 3, List.of(16), activation, 1));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theExtrapolatedFlowIsThePapers(NetworkSpec network) throws IOException {
    ShiftMeasurement paper = measure(network, 0, new Integrator.FixedRate(1e-4));
    tell(network, 0, "fixed rate 1e-4", paper);
    assertThat(gradients(paper)).isEqualTo(100_002);
    ShiftMeasurement fast = measure(network, 0, PRESET);
    tell(network, 0, PRESET.toString(), fast);
    assertThat(gradients(fast)).isLessThan(100_002 / 50);
    assertAlike(fast, paper);
    for (Integrator other : OTHERS) {
      tell(network, 0, other.toString(), measure(network, 0, other));
    }
  }

  /** From other ends of SGD, against four times the paper's rate: 12,501 gradients for a point. */
  @ParameterizedTest
  @MethodSource("networks")
  void itIsThatFromOtherSeedsToo(NetworkSpec network) throws IOException {
    for (long seed = 0; seed < 4; seed++) {
      ShiftMeasurement paper = measure(network, seed, new Integrator.FixedRate(4e-4));
      tell(network, seed, "fixed rate 4e-4", paper);
      ShiftMeasurement fast = measure(network, seed, PRESET);
      tell(network, seed, PRESET.toString(), fast);
      // Some take one halving of the rates more than seed 0.
      assertThat(gradients(fast)).isLessThan(100_002 / 25);
      assertAlike(fast, paper);
    }
  }

  private static void assertAlike(ShiftMeasurement fast, ShiftMeasurement paper) {
    assertThat(distance(fast.testFit().kappa(), paper.testFit().kappa())).isLessThan(1e-3);
    assertThat(distance(fast.trainFit().kappa(), paper.trainFit().kappa())).isLessThan(1e-3);
    assertThat(distance(fast.testFit().flowSlope(), paper.testFit().flowSlope())).isLessThan(1e-3);
  }

  private static long gradients(ShiftMeasurement found) {
    return found.trainPoint().gradients() + found.testPoint().gradients();
  }

  private static double distance(double found, double expected) {
    return Math.abs(found / expected - 1);
  }

  private ShiftMeasurement measure(NetworkSpec network, long seed, Integrator integrator) {
    TemperatureSweep sweep =
        new TemperatureSweep(
            "the paper's flow",
            new TrainingSpec(
                new DatasetSpec(DatasetName.DIGITS, 600, 300),
                network,
                new Temperatures.Listed(List.of(3e-3)),
                new Seeds(List.of(seed)),
                new SgdSpec.AtTemperature(30, 300, 100_000, 1e-5)),
            new RefinementSpec.Flow(TIME, TIME, integrator),
            new LineSpec(-1, 2, 61));
    return (ShiftMeasurement) run.run(sweep, 0, TrialWatch.none());
  }

  private static void tell(
      NetworkSpec network, long seed, String integrator, ShiftMeasurement found)
      throws IOException {
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %d | %s | %.6g | %.6g | %.6g | %.6g | %.6g | %.6g | %,d and %,d |%n",
            network.activation().id(),
            seed,
            integrator,
            found.testFit().kappa(),
            found.trainFit().kappa(),
            found.testFit().flowSlope(),
            found.testFit().exactKappa(),
            found.trainFit().exactKappa(),
            found.shiftNorm(),
            found.trainPoint().gradients(),
            found.testPoint().gradients());
    Files.writeString(TABLE, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
