package org.shiftscope.compute.trial;

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

/**
 * The paper's refinement, 50,000 full-data gradients at a rate of 1e-4 for each point, against the
 * adaptive integrator from the same end of SGD, with at least 50 times fewer gradients. Minutes for
 * each network, so it runs only with {@code -DpaperFlow}, and writes its numbers to
 * target/paper-flow.md; docs/results/refinement.md says what they mean.
 */
@EnabledIfSystemProperty(named = "paperFlow", matches = ".*")
class PaperFlowTest {

  private static final double TIME = 5;
  private static final Path TABLE = Path.of("target", "paper-flow.md");
  private static final double[] TOLERANCES = {1e-4, 3e-5, 1e-5};

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  static Stream<NetworkSpec> networks() {
    return Stream.of(Activation.RELU, Activation.TANH)
        .map(activation -> new NetworkSpec.Cnn(List.of(4, 8), 3, List.of(16), activation, 1));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theAdaptiveFlowIsThePapers(NetworkSpec network) throws IOException {
    ShiftMeasurement paper = measure(network, new Integrator.FixedRate(1e-4));
    tell(network, "fixed rate 1e-4", paper);
    for (double tolerance : TOLERANCES) {
      ShiftMeasurement fast = measure(network, new Integrator.Adaptive(tolerance));
      tell(network, "adaptive " + tolerance, fast);
      assertThat(distance(fast.testFit().kappa(), paper.testFit().kappa())).isLessThan(1e-3);
      // Kinks of ReLU and max-pooling: the gradient jumps, so that gᵀs has no third digit.
      assertThat(distance(fast.testFit().slope(), paper.testFit().slope())).isLessThan(2e-2);
      assertThat(distance(fast.trainFit().kappa(), paper.trainFit().kappa())).isLessThan(1e-2);
    }
    ShiftMeasurement preset = measure(network, new Integrator.Adaptive(3e-5));
    assertThat(gradients(paper)).isEqualTo(100_002);
    assertThat(gradients(preset)).isLessThan(100_002 / 50);
  }

  /** What twice the paper's rate changes is about what its own rate misses of the flow. */
  @ParameterizedTest
  @MethodSource("networks")
  void thePapersRateMissesSomethingToo(NetworkSpec network) throws IOException {
    ShiftMeasurement twice = measure(network, new Integrator.FixedRate(2e-4));
    tell(network, "fixed rate 2e-4", twice);
    assertThat(gradients(twice)).isEqualTo(50_002);
  }

  private static long gradients(ShiftMeasurement found) {
    return found.trainPoint().gradients() + found.testPoint().gradients();
  }

  private static double distance(double found, double expected) {
    return Math.abs(found / expected - 1);
  }

  private ShiftMeasurement measure(NetworkSpec network, Integrator integrator) {
    TemperatureSweep sweep =
        new TemperatureSweep(
            "the paper's flow",
            new TrainingSpec(
                new DatasetSpec(DatasetName.DIGITS, 600, 300),
                network,
                new Temperatures.Listed(List.of(3e-3)),
                new Seeds(List.of(0L)),
                new SgdSpec(30, 300, 100_000, 1e-5)),
            new RefinementSpec.Flow(TIME, TIME, integrator),
            new LineSpec(-1, 2, 61));
    return (ShiftMeasurement) run.run(sweep, 0, TrialWatch.none());
  }

  private static void tell(NetworkSpec network, String integrator, ShiftMeasurement found)
      throws IOException {
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %s | %.6g | %.6g | %.6g | %.6g | %.6g | %.6g | %,d and %,d |%n",
            network.activation().id(),
            integrator,
            found.testFit().kappa(),
            found.trainFit().kappa(),
            found.testFit().slope(),
            found.testFit().exactKappa(),
            found.trainFit().exactKappa(),
            found.shiftNorm(),
            found.trainPoint().gradients(),
            found.testPoint().gradients());
    Files.writeString(TABLE, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
