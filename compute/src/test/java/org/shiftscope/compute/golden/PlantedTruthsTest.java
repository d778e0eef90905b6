package org.shiftscope.compute.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.OverparametrizedFindings;
import org.shiftscope.compute.result.SteadyStateFindings;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each kind finds where the truth is known: a trend that is there is found, one that is not is
 * not claimed, and each sentence can come out either way.
 */
class PlantedTruthsTest {

  private final PlantedExperiment landscape = PlantedExperiment.of("landscape-gaussians");
  private final PlantedExperiment steady =
      PlantedExperiment.of("steady-state-linear").with("batchSizes", List.of(1, 2));
  private final PlantedExperiment formulas = PlantedExperiment.of("assumption-formulas");
  private final PlantedExperiment digits = PlantedExperiment.of("assumption-digits");
  private final PlantedExperiment diffusion = PlantedExperiment.of("diffusion");
  private final PlantedExperiment shift = PlantedExperiment.of("overparametrized");

  @Test
  void theTestLossOfWalkersIsLowestWhereItWasPlantedToBe() {
    Findings second =
        landscape.find((r, level, noise) -> loss(r, Math.abs(level - 1) + noise / 100));
    Findings last = landscape.find((r, level, noise) -> loss(r, -level + noise / 100));

    assertThat(String.join(" ", second.sentences()))
        .contains("the walkers' test loss is lowest at T = 25: ", "a perfect sample would lie");
    assertThat(String.join(" ", last.sentences()))
        .contains("the walkers' test loss is lowest at T = 40: −3 ");
    assertThat(direction(last, "expected-test-loss")).isEqualTo(Direction.FALLS);
    assertThat(direction(last, "expected-train-loss")).isEqualTo(Direction.CONSTANT);
    assertThat(direction(landscape.find((r, _, noise) -> loss(r, noise)), "expected-test-loss"))
        .isEqualTo(Direction.NONE);
  }

  @Test
  void equalTemperaturesAreEquivalentDifferentOrUndecidedAsPlanted() {
    assertThat(verdicts(1, 0.01)).containsOnly(Verdict.EQUIVALENT);
    assertThat(verdicts(1.5, 0.01)).containsOnly(Verdict.DIFFERENT);
    assertThat(verdicts(1, 0.3)).containsOnly(Verdict.UNDECIDED);
    assertThat(String.join(" ", traces(1.5, 0.01, 0).sentences()))
        .contains("Of 4 pairs of equal T and different η and B, 0 equivalent, 4 different");
  }

  @Test
  void theSpreadOfParametersRisesWithTOnlyWhereItDoes() {
    assertThat(direction(traces(1, 0.01, 1), "covariance-trace")).isEqualTo(Direction.RISES);
    assertThat(direction(traces(1, 0.01, 0), "covariance-trace")).isEqualTo(Direction.NONE);
  }

  @Test
  void aRotationIsClaimedOnlyBeyondThreeErrors() {
    assertThat(String.join(" ", rotating(0.1).sentences()))
        .startsWith("The steady state rotates: Assumption 1 fails");
    assertThat(String.join(" ", rotating(0).sentences()))
        .startsWith("No rotation that can be told from 0.");
    assertThat(direction(rotating(0), "rotation")).isEqualTo(Direction.NONE);
  }

  @Test
  void theFieldOfARealModelIsToldAtItsLowestTemperatureAndItsTrendJudged() {
    Findings rising = digits.find((r, level, noise) -> share(r, 0.1 + 0.1 * level + noise / 100));
    Findings flat = digits.find((r, _, noise) -> share(r, 0.1 + noise / 100));

    assertThat(direction(rising, "antisymmetric-share")).isEqualTo(Direction.RISES);
    assertThat(direction(flat, "antisymmetric-share")).isEqualTo(Direction.NONE);
    assertThat(String.join(" ", rising.sentences()))
        .startsWith("At T = 0.005 the antisymmetric share");
  }

  @Test
  void whatTheDiffusionLeavesOutGrowsWithTOnlyWhereItDoes() {
    Findings growing =
        diffusion.find((r, level, noise) -> third(r, 0.1 + 0.1 * level + noise / 99));
    Findings flat = diffusion.find((r, _, noise) -> third(r, 0.1 + noise / 99));

    assertThat(direction(growing, "gradient-third")).isEqualTo(Direction.RISES);
    assertThat(direction(flat, "gradient-third")).isEqualTo(Direction.NONE);
    assertThat(mean(growing, "gradient-third", 3)).isCloseTo(0.4, within(0.02));
    assertThat(String.join(" ", growing.sentences())).contains("of the second at T = 0.005 and 0.");
  }

  @Test
  void theProjectedShiftIsJudgedByItsTrendAndByWhatItPredicts() {
    var falling =
        (OverparametrizedFindings)
            shift.find((r, level, noise) -> shift(r, 0.5 - 0.1 * level + noise / 100, 0.02));
    var flat =
        (OverparametrizedFindings) shift.find((r, _, noise) -> shift(r, 0.5 + noise / 100, -0.02));

    assertThat(String.join(" ", falling.sentences()))
        .startsWith("Projected shift-curvature ½ sᵀHs falls with T: from 0.")
        .contains("is on average 100 % with the projected shift and 150 % with the plain one")
        .contains("positive definite in 20 of 20 trials");
    assertThat(String.join(" ", flat.sentences()))
        .startsWith("Projected shift-curvature ½ sᵀHs shows no trend with T")
        .contains("positive definite in 0 of 20 trials");
    assertThat(falling.excess().plainShare()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void theErrorOfAMeanIsTheDeviationOverTheRootOfTheTrials() {
    Findings found = diffusion.find((r, _, noise) -> third(r, 0.1 + noise / 99));
    for (TemperatureTrend.Mean mean : trend(found, "gradient-third").temperatures()) {
      assertThat(mean.trials()).isEqualTo(5);
      assertThat(mean.error()).isCloseTo(mean.deviation() / Math.sqrt(5), within(1e-15));
    }
  }

  private static void loss(ObjectNode result, double loss) {
    result.put("notYet", 0);
    ((ObjectNode) result.get("testLoss")).put("walkers", loss);
  }

  /** tr Σ = 1 at B = 1, and {@code ratio} at B = 2; grows by half at each T if asked to. */
  private Findings traces(double ratio, double error, double growth) {
    int[] trial = {0};
    return steady.find(
        (result, level, noise) -> {
          int number = trial[0]++;
          int batchSize = ((SteadyState) steady.spec()).batchSizeOf(number);
          double trace =
              (batchSize == 1 ? 1 : ratio) * (1 + growth * level / 2) + noise * error / 10;
          result.put("outcome", "measured");
          ((ObjectNode) result.get("run"))
              .put("temperature", steady.spec().temperatureOf(number))
              .put("batchSize", batchSize);
          ((ObjectNode) result.get("covariance")).put("trace", trace).put("traceError", error);
        });
  }

  private List<Verdict> verdicts(double ratio, double error) {
    return ((SteadyStateFindings) traces(ratio, error, 0))
        .equalTemperatures().stream().map(SteadyStateFindings.EqualTemperature::verdict).toList();
  }

  private Findings rotating(double rotation) {
    return formulas.find(
        (result, _, noise) ->
            result.put("rotation", rotation + noise / 200).put("rotationError", 0.01));
  }

  private static void share(ObjectNode result, double share) {
    ArrayNode mean = (ArrayNode) result.get("mean");
    mean.set(mean.size() - 1, share);
  }

  private static void third(ObjectNode result, double term) {
    ((ArrayNode) result.get("directions").get(0).get("relative")).set(2, term);
    ((ObjectNode) result.get("sgd")).put("trainLoss", 0.1);
  }

  /** The projected shift predicts the rise exactly, the plain one half as much again. */
  private static void shift(ObjectNode result, double curvature, double smallest) {
    shift(result.get("projected"), 0.1, curvature);
    shift(result.get("plain"), 0.1, curvature + (0.1 + curvature) / 2);
    result.put("testLossRise", 0.1 + curvature);
    ((ObjectNode) result.get("hessian")).put("smallest", smallest).put("residual", 0.001);
  }

  private static void shift(JsonNode shift, double slope, double curvature) {
    ((ObjectNode) shift).put("slope", slope).put("shiftCurvature", curvature);
  }

  private static Direction direction(Findings found, String quantity) {
    return trend(found, quantity).test().direction();
  }

  private static double mean(Findings found, String quantity, int level) {
    return trend(found, quantity).temperatures().get(level).mean();
  }

  private static TemperatureTrend trend(Findings found, String quantity) {
    return found.trends().stream()
        .filter(one -> one.id().equals(quantity))
        .findFirst()
        .orElseThrow();
  }
}
