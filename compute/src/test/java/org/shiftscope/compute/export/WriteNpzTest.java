package org.shiftscope.compute.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.network.NamedArray;

class WriteNpzTest {

  private static final NamedArray MATRIX =
      new NamedArray("layers.0.weight", List.of(2, 3), new double[] {1, 2, 3, 4, 5, 1.0 / 3});

  private static final NamedArray ROW =
      new NamedArray("layers.0.bias", List.of(3), new double[] {-0.0, Double.MIN_VALUE, 7});

  private static final NamedArray LONG =
      new NamedArray("long", List.of(50, 1, 20, 20), new Random(1).doubles(20_000).toArray());

  @Test
  void aFileHasItsHeaderAndItsNumbersWhereNumPyLooksForThem() throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes(List.of(MATRIX, ROW))))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("layers.0.weight.npy");
      checkNpy(zip.readAllBytes(), "(2, 3)", MATRIX.values());
      assertThat(zip.getNextEntry().getName()).isEqualTo("layers.0.bias.npy");
      checkNpy(zip.readAllBytes(), "(3,)", ROW.values());
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  /** As cnpy reads it: bytes 6, 8, 18 and 22 of the local header (PKWARE's APPNOTE, 4.3.7). */
  @Test
  void theSizeOfAnArrayStandsBeforeIt() throws IOException {
    ByteBuffer zip = ByteBuffer.wrap(bytes(List.of(MATRIX))).order(ByteOrder.LITTLE_ENDIAN);
    int size = 128 + 8 * MATRIX.values().length;
    assertThat(zip.getShort(6) & 8).isZero();
    assertThat(zip.getShort(8)).isZero();
    assertThat(zip.getInt(18)).isEqualTo(size);
    assertThat(zip.getInt(22)).isEqualTo(size);
  }

  @Test
  void theSameArraysMakeTheSameBytes() throws IOException {
    assertThat(bytes(List.of(MATRIX, LONG))).isEqualTo(bytes(List.of(MATRIX, LONG)));
  }

  @Test
  void numPyReadsIt(@TempDir Path folder) throws Exception {
    Path python = Path.of("/usr/bin/python3"); // where Debian's python3-numpy goes
    assumeTrue(
        Files.isExecutable(python) && said(python, "import numpy; print('yes')").equals("yes"));
    Path file = folder.resolve("arrays.npz");
    Files.write(file, bytes(List.of(MATRIX, ROW, LONG)));

    String said =
        said(
            python,
            """
            import numpy, sys
            found = numpy.load(sys.argv[1])
            for name in found.files:
                a = found[name]
                print(name, a.dtype, a.shape, repr(float(a.flat[0])), repr(float(a.flat[-1])))
            """,
            file.toString());
    double[] numbers = LONG.values();
    assertThat(said.lines())
        .containsExactly(
            "layers.0.weight float64 (2, 3) 1.0 0.3333333333333333",
            "layers.0.bias float64 (3,) -0.0 7.0",
            "long float64 (50, 1, 20, 20) " + numbers[0] + " " + numbers[numbers.length - 1]);
  }

  private static void checkNpy(byte[] npy, String shape, double[] numbers) {
    assertThat(new String(npy, 0, 8, StandardCharsets.ISO_8859_1)).isEqualTo("\u0093NUMPY\1\0");
    ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
    int length = bytes.getShort(8);
    assertThat((10 + length) % 64).isZero();
    assertThat(new String(npy, 10, length, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }")
        .endsWith(" \n");
    double[] found = new double[numbers.length];
    bytes.position(10 + length).asDoubleBuffer().get(found);
    assertThat(found).isEqualTo(numbers);
    assertThat(npy).hasSize(10 + length + 8 * numbers.length);
  }

  private static byte[] bytes(List<NamedArray> arrays) throws IOException {
    var out = new ByteArrayOutputStream();
    WriteNpz.write(arrays, out);
    return out.toByteArray();
  }

  private static String said(Path python, String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(python.toString(), "-c", script));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}
