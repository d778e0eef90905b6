package org.shiftscope.compute.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;

/**
 * The 1,797 handwritten digits of the UCI repository, pixels divided by 16. The file is in the
 * order of its writers, so that its end comes from other hands than its start: the samples are put
 * into one fixed random order, of which the first 1,347 are for training and the last 450 for
 * testing.
 */
final class Digits implements DataFolder.Reader {

  private static final int SIZE = DatasetName.DIGITS.sampleSize();
  private static final int TRAIN = DatasetName.DIGITS.trainSamples();

  @Override
  public Dataset read(DatasetSpec spec) {
    List<String> lines = lines("digits.csv.gz");
    int[] order = lines("digits-order.txt.gz").stream().mapToInt(Integer::parseInt).toArray();
    return new Dataset(
        samples(lines, order, 0, spec.trainSamples()),
        samples(lines, order, TRAIN, spec.testSamples()));
  }

  @Override
  public void check(DatasetSpec spec) {
    // Shipped with Shiftscope: nothing can be missing.
  }

  @Override
  public List<Path> files(DatasetSpec spec) {
    return List.of();
  }

  private static Samples samples(List<String> lines, int[] order, int first, int count) {
    float[] features = new float[count * SIZE];
    byte[] classes = new byte[count];
    for (int i = 0; i < count; i++) {
      String[] numbers = lines.get(order[first + i]).split(",", -1);
      for (int j = 0; j < SIZE; j++) {
        features[i * SIZE + j] = Integer.parseInt(numbers[j]) / 16f;
      }
      classes[i] = Byte.parseByte(numbers[SIZE]);
    }
    return new Samples(features, classes);
  }

  private static List<String> lines(String name) {
    InputStream file = Objects.requireNonNull(Digits.class.getResourceAsStream(name));
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
