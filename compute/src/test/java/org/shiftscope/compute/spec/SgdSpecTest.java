package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.compute.spec.QuickStart.problemsOf;
import static org.shiftscope.compute.spec.QuickStart.quickStart;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plans and dynamics of SGD in specs. */
class SgdSpecTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static ObjectNode scheduled() {
    ObjectNode json = quickStart();
    json.remove("temperatures");
    json.putObject("sgd")
        .put("plan", "scheduled")
        .put("learningRate", 0.3)
        .put("batchSize", 100)
        .put("epochs", 10)
        .put("lambda", 1e-5);
    return json;
  }

  @Test
  void aScheduleSetsTheTemperatureAndDropsAtExactSteps() {
    ObjectNode json = scheduled();
    ((ObjectNode) json.get("sgd")).putArray("drops").add(0.5).add(0.75);
    TemperatureSweep spec = (TemperatureSweep) ReadSpec.from(json);
    assertThat(spec.sgd())
        .isEqualTo(new SgdSpec.Scheduled(0.3, 100, 10, 0, List.of(0.5, 0.75), 0.1, 1e-5));
    assertThat(spec.trialCount()).isEqualTo(3);
    assertThat(spec.temperatureOf(0)).isEqualTo(0.3 / 100);
    SgdCourse course = spec.training().course(0);
    assertThat(course.stepsAt(spec.temperatureOf(0))).isEqualTo(130); // 13 batches of 1,347
    assertThat(course.drops(spec.temperatureOf(0))).containsExactly(65L, 98L);
    assertThat(course.flowTime(spec.temperatureOf(0)))
        .isCloseTo(0.3 * 65 + 0.03 * 33 + 0.003 * 32, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(course.capped(spec.temperatureOf(0))).isFalse();
    assertThat(spec.training().sgdCost(0)).isEqualTo(13_000);
    assertThat(ReadSpec.from(JSON.readTree(WriteSpec.toJson(spec).toString()))).isEqualTo(spec);
    assertThat(ReadSpec.from(json.set("temperatures", JSON.readTree("[0.003]"))))
        .isInstanceOf(TemperatureSweep.class);
  }

  @Test
  void aScheduleHasLawsOfItsOwn() {
    ObjectNode json = scheduled();
    json.putArray("temperatures").add(0.01);
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly(
            "temperatures must be left out, or be the plan's own alone: learning rate / batch size ="
                + " 0.003; it is 0.01.");
    ((ObjectNode) json.get("sgd"))
        .put("learningRate", 1e6)
        .put("momentum", 1)
        .put("dropFactor", 2)
        .put("epochs", 0)
        .putArray("drops")
        .add(0.7)
        .add(0.3)
        .add(1);
    assertThat(problemsOf(json))
        .extracting(Problem::field)
        .containsExactly(
            "sgd.learningRate",
            "sgd.epochs",
            "sgd.momentum",
            "sgd.drops[2]",
            "sgd.drops",
            "sgd.dropFactor");
    ((ObjectNode) json.get("sgd")).put("plan", "annealed");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly("sgd.plan must be one of at-temperature, scheduled; it is annealed.");
  }

  @ParameterizedTest
  @CsvSource({"momentum, momentum, 0.9", "anti-pgd, sigma, 1e-3", "isotropic, epsilon, 0.5"})
  void dynamicsBesidePlainStepsAreReadAndWritten(String name, String field, double value) {
    ObjectNode json = quickStart();
    ObjectNode dynamics = json.get("sgd").asObject().putObject("dynamics");
    dynamics.put("name", name).put(field, value);
    ExperimentSpec spec = ReadSpec.from(json);
    assertThat(WriteSpec.toJson(spec)).isEqualTo(json);
    assertThat(spec).isNotEqualTo(ReadSpec.from(quickStart()));
    dynamics.put(field, -1);
    assertThat(problemsOf(json))
        .extracting(Problem::field)
        .containsExactly("sgd.dynamics." + field);
    dynamics.put("name", "adam");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly(
            "sgd.dynamics.name must be one of momentum, anti-pgd, isotropic; it is adam.");
  }

  /** T is the effective temperature η / (B (1 − μ)), for the same number of steps. */
  @Test
  void momentumAtATemperatureTakesTheStepsOfPlainSgdAtASmallerRate() {
    var plain = new SgdCourse(new SgdSpec.AtTemperature(20, 60, 1_000, 0), 100);
    var rolling =
        new SgdCourse(
            new SgdSpec.AtTemperature(20, 60, 1_000, 0, Optional.of(new Dynamics.Momentum(0.75))),
            100);
    assertThat(plain.learningRate(0.01)).isEqualTo(0.2);
    assertThat(rolling.learningRate(0.01)).isEqualTo(0.05);
    assertThat(rolling.stepsAt(0.01)).isEqualTo(plain.stepsAt(0.01)).isEqualTo(300);
    assertThat(rolling.flowTime(0.01)).isEqualTo(plain.flowTime(0.01));
    assertThat(rolling.lastFlow(0.01)).isEqualTo(0.2);
    var window = new WindowSpec(8, 8, false);
    assertThat(window.steps(rolling, 0.01)).isEqualTo(window.steps(plain, 0.01)).isEqualTo(40);
  }

  @Test
  void thePlanAtATemperatureIsMeantAndWrittenWithoutItsName() {
    ObjectNode json = quickStart();
    assertThat(json.get("sgd").has("plan")).isFalse();
    ((ObjectNode) json.get("sgd")).put("plan", "at-temperature");
    assertThat(WriteSpec.toJson(ReadSpec.from(json))).isEqualTo(quickStart());
    json.remove("temperatures");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly("temperatures is missing.");
  }

  @Test
  void everyTemperatureHasTheSameFlowTime() {
    TemperatureSweep sweep = (TemperatureSweep) Presets.all().getFirst().spec();
    for (double temperature : sweep.temperatures().values()) {
      SgdCourse course = sweep.training().course(0);
      double flowTime = course.learningRate(temperature) * course.stepsAt(temperature);
      // Half a step off at most.
      assertThat(Math.abs(flowTime - 600)).isLessThan(temperature * 32);
    }
  }
}
