package org.shiftscope.compute.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;

/**
 * CIFAR-10 in its official binary form: five train files and one test file of records of 3,073
 * bytes, the class and then the red, green and blue planes of 32 × 32 pixels. Only as many train
 * files are needed as the samples asked for. Pixels are divided by 255 and turned to height × width
 * × channels.
 */
record Cifar10(Path folder) implements DataFolder.Reader {

  private static final int PLANE = 32 * 32;
  private static final int RECORD = 1 + 3 * PLANE;
  private static final int RECORD_OF_CIFAR_100 = RECORD + 1;
  private static final int SAMPLES_IN_FILE = 10_000;
  private static final FileFacts.Classes CLASSES = new FileFacts.Classes(0, RECORD);

  @Override
  public Dataset read(DatasetSpec spec) {
    check(spec);
    return new Dataset(
        samples(trainFiles(spec.trainSamples()), spec.trainSamples()),
        samples(testFiles(), spec.testSamples()));
  }

  @Override
  public void check(DatasetSpec spec) {
    checkSizes(trainFiles(spec.trainSamples()), spec.trainSamples());
    checkSizes(testFiles(), spec.testSamples());
  }

  @Override
  public List<Path> files(DatasetSpec spec) {
    return Stream.concat(trainFiles(spec.trainSamples()).stream(), testFiles().stream()).toList();
  }

  private List<Path> trainFiles(int samples) {
    int files = (samples + SAMPLES_IN_FILE - 1) / SAMPLES_IN_FILE;
    return IntStream.rangeClosed(1, files)
        .mapToObj(i -> folder.resolve("data_batch_" + i + ".bin"))
        .toList();
  }

  private List<Path> testFiles() {
    return List.of(folder.resolve("test_batch.bin"));
  }

  private void checkSizes(List<Path> files, int samples) {
    int left = samples;
    for (Path file : files) {
      int wanted = Math.min(left, SAMPLES_IN_FILE);
      requireRecords(file, wanted);
      left -= wanted;
    }
  }

  private void requireRecords(Path file, int wanted) {
    if (!Files.isRegularFile(file)) {
      throw missing(file);
    }
    FileFacts facts = FileFacts.of(file, CLASSES);
    long records = facts.bytes() / RECORD;
    require(
        facts.bytes() % RECORD == 0 || facts.bytes() % RECORD_OF_CIFAR_100 != 0,
        file,
        "is of CIFAR-100, whose records have %d bytes, and not of CIFAR-10: fetch cifar-10-binary.tar.gz.",
        RECORD_OF_CIFAR_100);
    require(
        facts.bytes() % RECORD == 0,
        file,
        "has %d bytes, which is no multiple of the %d of a record: it is truncated, or of another dataset. Fetch it"
            + " again.",
        facts.bytes(),
        RECORD);
    require(
        records >= wanted,
        file,
        "holds %d samples (%d bytes), fewer than the %d asked for. Ask for fewer samples, or fetch the file again.",
        records,
        facts.bytes(),
        wanted);
    require(
        facts.largestClass() < DatasetName.CIFAR_10.classes(),
        file,
        "holds the class %d, but classes go from 0 to 9: it is of another dataset, or damaged.",
        facts.largestClass());
  }

  private DatasetUnavailable missing(Path file) {
    String near = FindNearMiss.say(List.of(folder), file);
    return new DatasetUnavailable(
        "CIFAR-10 needs the file "
            + file
            + ", which is not there."
            + (near.isEmpty()
                ? " Unpack the official binary version (cifar-10-binary.tar.gz) so that its folder "
                    + folder.getFileName()
                    + " lies in the data folder."
                : near));
  }

  private static void require(boolean holds, Path file, String law, Object... numbers) {
    if (!holds) {
      throw new DatasetUnavailable(file + " " + String.format(Locale.ROOT, law, numbers));
    }
  }

  private Samples samples(List<Path> files, int count) {
    float[] features = new float[count * 3 * PLANE];
    byte[] classes = new byte[count];
    int read = 0;
    for (Path file : files) {
      int records = Math.min(count - read, SAMPLES_IN_FILE);
      byte[] bytes = readRecords(file, records);
      for (int i = 0; i < records; i++) {
        classes[read + i] = bytes[i * RECORD];
        interleave(bytes, i * RECORD + 1, features, (read + i) * 3 * PLANE);
      }
      read += records;
    }
    return Samples.ofBytes(features, classes);
  }

  private static byte[] readRecords(Path file, int records) {
    try (InputStream input = Files.newInputStream(file)) {
      byte[] bytes = input.readNBytes(records * RECORD);
      require(bytes.length == records * RECORD, file, "was cut while it was read. Fetch it again.");
      return bytes;
    } catch (IOException refused) {
      throw FileFacts.unreadable(file, refused);
    }
  }

  private static void interleave(byte[] planes, int from, float[] features, int to) {
    for (int pixel = 0; pixel < PLANE; pixel++) {
      for (int channel = 0; channel < 3; channel++) {
        features[to + pixel * 3 + channel] = (planes[from + channel * PLANE + pixel] & 0xff) / 255f;
      }
    }
  }
}
