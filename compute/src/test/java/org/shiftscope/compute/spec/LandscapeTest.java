package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.landscape.PredictLandscape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class LandscapeTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void aFormulaAloneIsEnough() {
    ObjectNode json = valid();
    assertThat(ReadSpec.from(json)).isInstanceOf(Landscape.class);
    assertThat(ReadSpec.from(json).trialCount()).isEqualTo(4);
    assertThat(ReadSpec.from(json).coordinates(1)).containsEntry("temperature", 2.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "objective.formula | sin(1/x) | objective.formula | must have a finite value and slope",
        "objective.formula | log(x + 2) | objective.formula | it has none at x = -2",
        "objective.formula | x - x | objective.formula | must not be constant",
        "objective.formula | cos(200*x) | objective.formula | must have at most 32 minima",
        "objective.formula | x^2 + y | objective.formula | \"y\" at character 7 is not known",
        "objective.formula | system(x) | objective.formula | undefined function 'system'",
        "objective.formula | `` | objective.formula | is needed where there are no Gaussians",
        "objective.formula | 100*x^2 | simulation.timeStep | must be at most 1 / max |L″| = 0.005",
        "noise | x | noise | must be above 0 in the whole domain; at x = -2",
        "noise | 0 | noise | must be above 0",
        "noise | 1 - 2*exp(-(1000000*(x-0.31337))^2) | noise | must be above 0 in the whole domain; at x = 0.313369",
        "noise | 1 - exp(-(1000000*(x-0.31337))^2) | noise | above 0 in the whole domain: near x = 0.3133",
        "objective.formula | 1/(x+2.05)+x | objective.formula | near x = -2.05 could not be shown",
        "objective.formula | 1/(x-1.234567)+x | objective.formula | near x = 1.234567 could not be shown",
        "objective.formula | cos(4096*pi*x) | objective.formula | must have at most 32 minima",
        "objective.formula | x^2-exp(-10000000000*(x-0.31337)^2) | simulation.timeStep | at most 1 / max |L″| = 5e-11",
        "noise | 1e200 | noise | must be from 1e-12 to 1e12 in the whole domain",
        "noise | 1e-13 | noise | must be from 1e-12 to 1e12 in the whole domain",
        "noise | exp(40*x) | noise | at x = -2 it is 1.805e-35",
        "noise | 2*z | noise | \"z\" at character 3 is not known",
        "shift | 9 | shift | must be a number from -4 to 4",
        "domain.to | -5 | domain.to | must be above domain.from",
        "simulation.walkers | 10 | simulation.walkers | must be a whole number from 512",
        "simulation.time | 0.1 | simulation.timeStep | must make 100 to 100000000 steps",
      })
  void refusesWhatCannotBeComputed(String path, String value, String field, String law) {
    ObjectNode json = valid();
    put(json, path, value);
    List<Problem> problems =
        catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(json)).problems();
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.field()).isEqualTo(field);
              assertThat(problem.law()).contains(law);
            });
  }

  /** Its noise of 1e-6 makes a landscape be crossed at T = 13,245 alone. */
  @Test
  void temperaturesGoAsHighAsALandscapeNeeds() {
    ObjectNode json = valid();
    json.put("noise", "0.000001");
    json.putArray("temperatures").add(13_245);
    assertThat(ReadSpec.from(json).coordinates(0)).containsEntry("temperature", 13_245.0);
    json.putArray("temperatures").add(1e16);
    assertThat(catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(json)).problems())
        .extracting(Problem::law)
        .contains("must be at most 1e15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-12", "1e12", "0.5e-12*(1 + 1e24 + (1e24 - 1)*tanh(x))"})
  void theoryIsFiniteAtTheEndsOfTheNoisesRange(String noise) {
    ObjectNode json = valid();
    json.put("noise", noise);
    json.putObject("temperatures").put("from", 1e-12).put("to", 100).put("count", 2);
    Landscape landscape = (Landscape) ReadSpec.from(json);
    var theory = new PredictLandscape(landscape.landscape(), 1e-12, 100);
    for (double temperature : new double[] {1e-12, 1e-3, 100}) {
      assertThat(theory.at(temperature).expected().test()).isFinite();
      assertThat(theory.at(temperature).expected().train()).isFinite();
    }
  }

  @Test
  void gaussiansMustFitTogetherAndBeSeen() {
    ObjectNode json = valid();
    ObjectNode gaussians = json.withObjectProperty("objective").putObject("gaussians");
    gaussians.putArray("minima").add(-1).add(1);
    gaussians.putArray("weights").add(0.1);
    gaussians.putArray("sigmas").add(0.1).add(0.1);
    assertThat(catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(json)).problems())
        .extracting(Problem::field)
        .containsExactly("objective.gaussians.weights");
    gaussians.putArray("weights").add(0.1).add(0.1);
    gaussians.putArray("sigmas").add(0.1).add(0.001);
    assertThat(catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(json)).problems())
        .extracting(Problem::field)
        .contains("objective.gaussians.sigmas[1]");
  }

  private static ObjectNode valid() {
    return (ObjectNode)
        JSON.readTree(
            """
            {"kind": "landscape", "title": "A quartic",
             "objective": {"formula": "x^4 - x^2"},
             "shift": 0.1, "noise": "0.5 + 0.1*x^2", "domain": {"from": -2, "to": 2},
             "temperatures": [1, 2], "seeds": [0, 1],
             "simulation": {"walkers": 512, "time": 20, "timeStep": 0.01}}
            """);
  }

  private static void put(ObjectNode root, String path, String value) {
    String[] names = path.split("\\.");
    ObjectNode parent = root;
    for (int i = 0; i < names.length - 1; i++) {
      parent = parent.withObjectProperty(names[i]);
    }
    String name = names[names.length - 1];
    if (path.equals("noise") || path.equals("objective.formula")) {
      parent.put(name, value);
    } else {
      parent.set(name, JSON.readTree(value));
    }
  }
}
