package org.shiftscope.compute.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.shiftscope.compute.device.Kernels;
import tools.jackson.databind.JsonNode;

/**
 * Compares two results in JSON: to the last bit, on kernels like those that computed the golden
 * one. Other kernels add in another order. There, numbers of kinds without a network are held to
 * 1e-12 of the largest in their series; networks are trained in float32, and a search for a minimum
 * may take another path, so that of them only the outcome and the losses are compared, to 1e-2
 * (seen between OpenBLAS's SkylakeX and Haswell: 1e-7 where a flow was followed, 3e-3 where a
 * search for a minimum was cut short).
 *
 * @param kernels those that computed the golden result
 */
record CompareResults(String kernels) {

  private static final double ROUND_OFF = 1e-12;
  private static final double TRAINED = 1e-2;

  void compare(JsonNode spec, JsonNode golden, JsonNode found) {
    if (kernels.equals(Kernels.present())) {
      assertThat(GoldenFiles.pretty(found)).isEqualTo(GoldenFiles.pretty(golden));
    } else if (spec.has("network")) {
      assertThat(found.get("type")).isEqualTo(golden.get("type"));
      assertThat(found.get("outcome")).isEqualTo(golden.get("outcome"));
      allNear(golden.findValues("loss"), found.findValues("loss"), TRAINED, "losses");
    } else {
      near("", golden, found);
    }
  }

  private static void near(String path, JsonNode golden, JsonNode found) {
    if (golden.isObject()) {
      assertThat(found.propertyNames()).as(path).isEqualTo(golden.propertyNames());
      golden.forEachEntry((name, value) -> near(path + "/" + name, value, found.get(name)));
    } else if (golden.isArray()) {
      allNear(golden.values(), found.values(), ROUND_OFF, path);
    } else {
      allNear(List.of(golden), List.of(found), ROUND_OFF, path);
    }
  }

  private static void allNear(
      Collection<JsonNode> golden, Collection<JsonNode> found, double tolerance, String path) {
    assertThat(found).as(path).hasSameSizeAs(golden);
    double largest =
        golden.stream().mapToDouble(value -> Math.abs(value.asDouble(0))).max().orElse(0);
    Iterator<JsonNode> others = found.iterator();
    for (JsonNode value : golden) {
      JsonNode other = others.next();
      if (value.isNumber()) {
        assertThat(other.asDouble(Double.NaN))
            .as(path)
            .isCloseTo(value.asDouble(), within(tolerance * largest));
      } else if (value.isContainer()) {
        near(path, value, other);
      } else {
        assertThat(other).as(path).isEqualTo(value);
      }
    }
  }
}
