package org.shiftscope.compute.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;

class DataFolderTest {

  private static final String DIGITS =
      "d1e75ad87736d2aadec66f1f69a511a22a33eb0ed63f6ae6a5d14e6cc9ee7d01";

  private static final String FASHION_MNIST =
      "00c93316e3ae0daad2afd56c30740106d21660d0d650913049e636e52fcf5779";

  @TempDir Path folder;
  private DataFolder data;

  @BeforeEach
  void open() {
    data = new DataFolder(folder);
  }

  @Test
  void theDigitsNeedNoFilesAndHoldEveryClass() {
    Dataset digits = data.open(DatasetSpec.all(DatasetName.DIGITS));
    assertThat(digits.train().count()).isEqualTo(1_347);
    assertThat(digits.test().count()).isEqualTo(450);
    assertThat(digits.train().features()).hasSize(1_347 * 64);
    int[] classes = new int[10];
    for (byte label : digits.train().classes()) {
      classes[label]++;
    }
    for (byte label : digits.test().classes()) {
      classes[label]++;
    }
    // The counts that the dataset's description gives.
    assertThat(classes).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
  }

  @Test
  void fewerSamplesAreTheFirstOfAll() {
    Dataset all = data.open(DatasetSpec.all(DatasetName.DIGITS));
    Dataset few = data.open(new DatasetSpec(DatasetName.DIGITS, 10, 5));
    assertThat(few.train().features()).isEqualTo(Arrays.copyOf(all.train().features(), 640));
    assertThat(few.test().classes()).isEqualTo(Arrays.copyOf(all.test().classes(), 5));
  }

  @Test
  void aMissingFileIsNamedWithWhatToDo() {
    DatasetSpec mnist = new DatasetSpec(DatasetName.MNIST, 10, 10);
    assertThatThrownBy(() -> data.check(mnist))
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining("MNIST needs the file train-images-idx3-ubyte")
        .hasMessageContaining(folder.resolve("mnist").toString())
        .hasMessageContaining("Put the four IDX files");
  }

  @Test
  void idxFilesAreReadPlainAndCompressed() throws IOException {
    writeIdx("train", 3, 3, true);
    writeIdx("t10k", 2, 2, false);
    Dataset mnist = data.open(new DatasetSpec(DatasetName.MNIST, 3, 2));
    assertThat(mnist.train().classes()).containsExactly(0, 1, 2);
    assertThat(mnist.train().features()[784]).isEqualTo(1 / 255f);
    assertThat(mnist.test().count()).isEqualTo(2);
  }

  @Test
  void filesAreSplitAnewAsTheDigitsAre() throws IOException {
    writeIdx("train", 3, 3, true);
    writeIdx("t10k", 2, 2, false);
    Dataset anew = data.open(new DatasetSpec(DatasetName.MNIST, 3, 2).in(5));
    assertThat(anew.train().count()).isEqualTo(3);
    assertThat(anew.train().levels()).hasSize(256);
    assertThat(Stream.of(anew.train(), anew.test()).flatMap(DataFolderTest::classes))
        .containsExactlyInAnyOrder(0, 1, 2, 0, 1);
    // Each image goes with its class: all of its pixels are its number here.
    assertThat(anew.train().features()[2 * 784 + 3]).isEqualTo(anew.train().classes()[2] / 255f);
  }

  private static Stream<Integer> classes(Samples samples) {
    return IntStream.range(0, samples.count()).mapToObj(i -> (int) samples.classes()[i]);
  }

  @Test
  void aTruncatedFileIsRefusedWithHowMuchIsThere() throws IOException {
    writeIdx("train", 3, 2, false);
    writeIdx("t10k", 2, 2, false);
    assertThatThrownBy(() -> data.open(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining(
            "is truncated: its header tells of 3 samples, which take 2368 bytes, and it ends after 1584");
  }

  @Test
  void aFileOfAnotherFormatIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("mnist"));
    Files.writeString(folder.resolve("mnist/train-images-idx3-ubyte"), "<html>not found</html>");
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining("is not the IDX file that it should be");
  }

  @Test
  void tooFewSamplesAreRefusedWithTheirNumber() throws IOException {
    writeIdx("train", 3, 3, false);
    writeIdx("t10k", 1, 1, false);
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.MNIST, 4, 1)))
        .hasMessageContaining("holds 3 samples, fewer than the 4 asked for");
  }

  @Test
  void cifarTurnsPlanesIntoPixels() throws IOException {
    Path cifar = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
    Files.write(cifar.resolve("data_batch_1.bin"), cifarRecord(7));
    Files.write(cifar.resolve("test_batch.bin"), cifarRecord(2));
    Dataset read = data.open(new DatasetSpec(DatasetName.CIFAR_10, 1, 1));
    assertThat(read.train().classes()).containsExactly(7);
    // The second pixel's red, green and blue: the second number of each plane.
    assertThat(read.train().features()[3]).isEqualTo(1 / 255f);
    assertThat(read.train().features()[4]).isEqualTo(101 / 255f);
    assertThat(read.train().features()[5]).isEqualTo(201 / 255f);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCutFileIsRefusedBeforeATrial(boolean compressed) throws IOException {
    writeIdx("train", 30, 29, compressed);
    writeIdx("t10k", 2, 2, compressed);
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .hasMessageContaining("train-images-idx3-ubyte")
        .hasMessageContaining("30 samples, which take 23536 bytes, and it ends after 22752");
  }

  @Test
  void aGzipFileThatWasCutIsRefusedBeforeATrial() throws IOException {
    writeIdx("train", 30, 30, true);
    writeIdx("t10k", 2, 2, true);
    Path images = folder.resolve("mnist/train-images-idx3-ubyte.gz");
    byte[] whole = Files.readAllBytes(images);
    Files.write(images, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .hasMessageContaining(images + " is truncated: its packed data end early");
    Files.writeString(images, "<html>not found</html>");
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .hasMessageContaining(images + " is no gzip file, or damaged");
  }

  @Test
  void labelsOfAnotherSetAreRefusedWithBothCounts() throws IOException {
    writeIdx("train", 10, 10, false);
    Path labels = folder.resolve("mnist/train-labels-idx1-ubyte");
    Path kept = Files.move(labels, folder.resolve("kept"));
    writeIdx("train", 6, 6, false);
    Files.move(labels, folder.resolve("six"));
    writeIdx("train", 10, 10, false);
    Files.move(folder.resolve("six"), labels, StandardCopyOption.REPLACE_EXISTING);
    writeIdx("t10k", 2, 2, false);
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .hasMessageContaining(labels + " holds 6 labels, but")
        .hasMessageContaining("holds 10 images: they do not belong together");
    Files.move(kept, labels, StandardCopyOption.REPLACE_EXISTING);
    data.check(new DatasetSpec(DatasetName.MNIST, 3, 2));
  }

  @Test
  void aClassOutOfRangeIsRefusedBeforeATrial() throws IOException {
    writeIdx("train", 12, 12, true);
    writeIdx("t10k", 2, 2, false);
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .hasMessageContaining(
            "train-labels-idx1-ubyte.gz holds the class 11, but classes go from 0 to 9");
  }

  @Test
  void aNearMissIsNamedWithWhatToRename() throws IOException {
    writeIdx("train", 3, 3, true);
    Path wanted = folder.resolve("mnist/train-images-idx3-ubyte.gz");
    Path raw = Files.createDirectories(folder.resolve("mnist/MNIST/raw"));
    Path near = Files.move(wanted, raw.resolve("train-images.idx3-ubyte.gz"));
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .hasMessageContaining(near + " is there: rename it to " + wanted + ".");
  }

  @Test
  void cifarFilesAreMeasuredByTheirRecords() throws IOException {
    Path cifar = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
    Path train = cifar.resolve("data_batch_1.bin");
    DatasetSpec one = new DatasetSpec(DatasetName.CIFAR_10, 1, 1);
    Files.write(cifar.resolve("test_batch.bin"), cifarRecord(2));
    Files.write(train, Arrays.copyOf(cifarRecord(7), 3_000));
    assertThatThrownBy(() -> data.check(one))
        .hasMessageContaining("has 3000 bytes, which is no multiple of the 3073 of a record");
    Files.write(train, new byte[2 * 3_074]);
    assertThatThrownBy(() -> data.check(one)).hasMessageContaining("is of CIFAR-100");
    Files.write(train, cifarRecord(19));
    assertThatThrownBy(() -> data.check(one)).hasMessageContaining("holds the class 19");
    Files.write(train, cifarRecord(7));
    data.check(one);
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.CIFAR_10, 2, 1)))
        .hasMessageContaining("holds 1 samples (3073 bytes), fewer than the 2 asked for");
    Files.move(train, cifar.resolve("data-batch-1.bin"));
    assertThatThrownBy(() -> data.check(one))
        .hasMessageContaining("data-batch-1.bin is there: rename it to " + train);
  }

  /** Computed by Python from the files themselves, as the Javadoc of Fingerprint says. */
  @Test
  void theFingerprintIsThatOfTheSamplesUsed() {
    DatasetSpec all = DatasetSpec.all(DatasetName.DIGITS);
    assertThat(data.open(all).fingerprint()).isEqualTo(data.open(all).fingerprint()).hasSize(64);
    assertThat(data.open(all).fingerprint()).isEqualTo(DIGITS);
    assertThat(data.open(new DatasetSpec(DatasetName.DIGITS, 1_346, 450)).fingerprint())
        .isNotEqualTo(DIGITS);
  }

  @Test
  void aReplacedFileIsSeen() throws IOException {
    writeIdx("train", 3, 3, false);
    writeIdx("t10k", 2, 2, false);
    DatasetSpec spec = new DatasetSpec(DatasetName.MNIST, 3, 2);
    List<FileState> before = data.state(spec);
    assertThat(data.state(spec)).isEqualTo(before);
    String fingerprint = data.open(spec).fingerprint();
    Path labels = folder.resolve("mnist/train-labels-idx1-ubyte");
    byte[] bytes = Files.readAllBytes(labels);
    bytes[9] = 7;
    Files.write(labels, bytes);
    Files.setLastModifiedTime(labels, FileTime.fromMillis(1));
    assertThat(data.state(spec)).isNotEqualTo(before);
    assertThat(data.open(spec).fingerprint()).isNotEqualTo(fingerprint);
  }

  @Test
  void realFashionMnistIsReadWhereDebianPutsIt() {
    assumeTrue(Files.isDirectory(Path.of("/usr/share/datasets/fashion-mnist")));
    Dataset fashion = data.open(new DatasetSpec(DatasetName.FASHION_MNIST, 1_000, 500));
    // The first labels of the official files.
    assertThat(Arrays.copyOf(fashion.train().classes(), 5)).containsExactly(9, 0, 0, 3, 0);
    assertThat(Arrays.copyOf(fashion.test().classes(), 5)).containsExactly(9, 2, 1, 1, 6);
    assertThat(fashion.train().features()).hasSize(784_000);
    assertThat(fashion.train().levels()).hasSize(256).contains(1 / 255.0, 128 / 255.0);
    assertThat(data.open(DatasetSpec.all(DatasetName.FASHION_MNIST)).fingerprint())
        .isEqualTo(FASHION_MNIST);
  }

  @Test
  void fashionMnistUnderMnistsNamesIsRefused() throws IOException {
    Path debian = Path.of("/usr/share/datasets/fashion-mnist");
    assumeTrue(Files.isDirectory(debian));
    Path mnist = Files.createDirectories(folder.resolve("mnist"));
    for (String part : List.of("train", "t10k")) {
      for (String end : List.of("-images-idx3-ubyte.gz", "-labels-idx1-ubyte.gz")) {
        Files.copy(debian.resolve(part + end), mnist.resolve(part + end));
      }
    }
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .hasMessageContaining("holds the labels of Fashion-MNIST, not of MNIST");
  }

  private void writeIdx(String part, int declared, int written, boolean compressed)
      throws IOException {
    Path mnist = Files.createDirectories(folder.resolve("mnist"));
    String end = compressed ? ".gz" : "";
    try (DataOutputStream images = output(mnist.resolve(part + "-images-idx3-ubyte" + end))) {
      images.writeInt(0x803);
      images.writeInt(declared);
      images.writeInt(28);
      images.writeInt(28);
      for (int i = 0; i < written * 784; i++) {
        images.writeByte(i / 784);
      }
    }
    try (DataOutputStream labels = output(mnist.resolve(part + "-labels-idx1-ubyte" + end))) {
      labels.writeInt(0x801);
      labels.writeInt(declared);
      for (int i = 0; i < written; i++) {
        labels.writeByte(i);
      }
    }
  }

  private static DataOutputStream output(Path file) throws IOException {
    var plain = Files.newOutputStream(file);
    return new DataOutputStream(
        file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain);
  }

  private static byte[] cifarRecord(int label) {
    byte[] record = new byte[3_073];
    record[0] = (byte) label;
    record[2] = 1;
    record[1 + 1_024 + 1] = 101;
    record[1 + 2_048 + 1] = (byte) 201;
    return record;
  }
}
