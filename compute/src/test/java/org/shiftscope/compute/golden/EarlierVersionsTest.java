package org.shiftscope.compute.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ShiftMeasurement;
import tools.jackson.databind.node.ObjectNode;

/** Results as an earlier version of their format has them, and what they are read as. */
class EarlierVersionsTest {

  @Test
  void theSlopeAtTheEndOfAFlowInVersionOneIsReadAsTheFlowsWhichItWas() {
    ObjectNode flow = result("shift-measurement-1-flow");
    ShiftMeasurement read = (ShiftMeasurement) ResultJson.fromJson(flow);
    assertThat(read.testFit().flowSlope()).isEqualTo(flow.at("/testFit/slope").asDouble());
    assertThat(read.testFit().slope()).isNaN();
    assertThat(read.trainFit().flowSlope()).isEqualTo(flow.at("/trainFit/slope").asDouble());
    assertThat(read.trainFit().slope()).isNaN();
    assertThat(read.eq3().predictedExactly()).isNaN();
    assertThat(read.eq3().predictedByFit()).isEqualTo(flow.at("/eq3/predictedByFit").asDouble());
    assertThat(ResultJson.fromJson(ResultJson.toJson(read))).isEqualTo(read);
  }

  @Test
  void atAMinimumItWasThatOfTheGradientInVersionOneToo() {
    ObjectNode minimum = result("shift-measurement-1-minimum");
    ShiftMeasurement read = (ShiftMeasurement) ResultJson.fromJson(minimum);
    double slope = minimum.at("/testFit/slope").asDouble();
    assertThat(read.testFit().slope()).isEqualTo(slope);
    assertThat(read.testFit().flowSlope()).isEqualTo(slope);
    assertThat(read.eq3().predictedExactly())
        .isEqualTo(minimum.at("/eq3/predictedExactly").asDouble());
  }

  private static ObjectNode result(String name) {
    ObjectNode result = GoldenFiles.json("versions", name).get("result").asObject();
    result.putObject("execution").put("device", "cpu").put("threads", 1).put("version", "1");
    return result;
  }
}
