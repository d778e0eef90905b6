package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Long series leave a result's JSON and come back with all their bits, wherever they are. */
final class SplitCurvesTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static void numbers(ArrayNode array, int count) {
    var random = new Random(count);
    for (int i = 0; i < count; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        array.add(number);
      } else {
        array.addNull();
      }
    }
  }

  private static ObjectNode sample() {
    ObjectNode json = JSON.createObjectNode();
    numbers(json.putObject("line").putArray("alpha"), 61);
    numbers(json.putArray("short"), 15);
    numbers(json.putArray("long"), 16);
    numbers(json.putObject("by.layer").putArray("a[0]"), 20);
    ArrayNode rows = json.putArray("rows");
    numbers(rows.addArray(), 40);
    numbers(rows.addObject().putArray("inner"), 40);
    ArrayNode counts = json.putArray("counts");
    ArrayNode nothing = json.putArray("nothing");
    ArrayNode mixed = json.putArray("mixed");
    for (int i = 0; i < 30; i++) {
      counts.add(Long.MAX_VALUE - i);
      nothing.addNull();
      mixed.add("text " + i);
    }
    return json.put("kappa", 0.1);
  }

  @Test
  void seriesOfSixteenNumbersOrMoreAreTakenOutUnderTheirPaths() {
    ObjectNode json = sample();
    Map<String, double[]> curves = SplitCurves.takeOut(json);
    assertThat(curves)
        .containsOnlyKeys(
            "line.alpha", "long", "by\\.layer.a\\[0]", "rows[0]", "rows[1].inner", "nothing");
    assertThat(json.at("/line/alpha").isNull()).isTrue();
    assertThat(json.at("/counts").size()).isEqualTo(30);
  }

  @Test
  void theyComeBackWithAllTheirBitsThroughTextAndBytes() {
    ObjectNode json = sample();
    Map<String, double[]> curves = SplitCurves.takeOut(json);
    ObjectNode read = JSON.readTree(json.toString()).asObject();
    curves.replaceAll((path, curve) -> PackNumbers.unpack(PackNumbers.pack(curve), curve.length));
    SplitCurves.putBack(read, curves);
    assertThat(read).isEqualTo(JSON.readTree(sample().toString()));
  }

  @Test
  void packedNumbersKeepTheirBits() {
    double[] numbers = {
      0.0, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN, 1.0 / 3, Double.MIN_NORMAL
    };
    double[] read = PackNumbers.unpack(PackNumbers.pack(numbers), numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(Double.doubleToRawLongBits(read[i]))
          .isEqualTo(Double.doubleToRawLongBits(numbers[i]));
    }
    assertThat(PackNumbers.unpack(PackNumbers.pack(new double[0]), 0)).isEmpty();
  }

  @Test
  void aSmoothCurveTakesLessRoomThanItsNumbers() {
    double[] flat = new double[1_000];
    assertThat(PackNumbers.pack(flat).length).isLessThan(100);
  }
}
