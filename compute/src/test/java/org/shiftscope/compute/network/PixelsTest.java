package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.shiftscope.compute.network.kernel.Buffer;

/** Pixels as layers see them: k / 255, rounded to the layers' own precision and no other. */
class PixelsTest {

  private static final float[] FEATURES = new float[256];
  private static final double[] LEVELS = new double[256];

  static {
    for (int k = 0; k < 256; k++) {
      FEATURES[k] = k / 255f;
      LEVELS[k] = k / 255.0;
    }
  }

  @ParameterizedTest
  @EnumSource(Implementation.class)
  void inFloat64APixelIsTheQuotientAndNotItsFloat32Rounding(Implementation of) {
    double[] seen = written(of, DataType.DOUBLE, LEVELS);
    assertThat(seen).isEqualTo(LEVELS);
    assertThat(seen[1]).isNotEqualTo(FEATURES[1]);
  }

  @ParameterizedTest
  @EnumSource(Implementation.class)
  void inFloat32ItIsThatRounding(Implementation of) {
    double[] rounded = new double[256];
    Arrays.setAll(rounded, k -> FEATURES[k]);
    assertThat(written(of, DataType.FLOAT, LEVELS)).isEqualTo(rounded);
  }

  @Test
  void withoutLevelsANumberIsItself() {
    assertThat(Buffer.exact(0.1f, new double[0])).isEqualTo(0.1f);
  }

  private static double[] written(Implementation of, DataType type, double[] levels) {
    double[] seen = new double[256];
    try (Buffer buffer = of.operations().buffer(type, 256)) {
      buffer.write(FEATURES, levels, 0, 0, 100);
      buffer.write(FEATURES, levels, 100, 100, 156);
      buffer.send();
      buffer.read(seen);
    }
    return seen;
  }
}
