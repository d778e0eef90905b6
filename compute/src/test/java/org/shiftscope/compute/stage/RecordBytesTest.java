package org.shiftscope.compute.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checkpoints hold what stages come to, constants among it. */
class RecordBytesTest {

  private enum Before {
    SAME,
    OTHER
  }

  private enum After {
    SAME
  }

  private record Kept(Before law, List<Before> laws, Optional<Before> none, double number) {}

  private record OfBefore(Before law) {}

  private record OfAfter(After law) {}

  @Test
  void constantsComeBackAsTheyWere() throws IOException {
    Kept kept = new Kept(Before.OTHER, List.of(Before.SAME), Optional.empty(), Math.PI);
    assertThat(read(Kept.class, written(kept))).isEqualTo(kept);
  }

  @Test
  void aConstantThatIsNotKnownIsDamage() throws IOException {
    byte[] bytes = written(new OfBefore(Before.OTHER));
    assertThatThrownBy(() -> read(OfAfter.class, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no OTHER");
  }

  private static byte[] written(Record value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    RecordBytes.write(new DataOutputStream(bytes), value.getClass(), value);
    return bytes.toByteArray();
  }

  private static Object read(Type type, byte[] bytes) throws IOException {
    return RecordBytes.read(
        new DataInputStream(new ByteArrayInputStream(bytes)), () -> bytes.length, type);
  }
}
