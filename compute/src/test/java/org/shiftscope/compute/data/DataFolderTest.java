package org.shiftscope.compute.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;

class DataFolderTest {

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
    assertThat(few.train().features())
        .isEqualTo(java.util.Arrays.copyOf(all.train().features(), 640));
    assertThat(few.test().classes()).isEqualTo(java.util.Arrays.copyOf(all.test().classes(), 5));
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
  void aTruncatedFileIsRefusedWithHowMuchIsThere() throws IOException {
    writeIdx("train", 3, 2, false);
    writeIdx("t10k", 2, 2, false);
    assertThatThrownBy(() -> data.open(new DatasetSpec(DatasetName.MNIST, 3, 2)))
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining("is truncated: it ends after 1568 of 2352 bytes");
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

  @Test
  void aTruncatedCifarFileIsRefused() throws IOException {
    Path cifar = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
    Files.write(cifar.resolve("data_batch_1.bin"), java.util.Arrays.copyOf(cifarRecord(7), 3_000));
    assertThatThrownBy(() -> data.check(new DatasetSpec(DatasetName.CIFAR_10, 1, 1)))
        .hasMessageContaining("holds 0 samples (3000 bytes), fewer than the 1 asked for");
  }

  @Test
  void realFashionMnistIsReadWhereDebianPutsIt() {
    assumeTrue(Files.isDirectory(Path.of("/usr/share/datasets/fashion-mnist")));
    Dataset fashion = data.open(new DatasetSpec(DatasetName.FASHION_MNIST, 1_000, 500));
    // The first labels of the official files.
    assertThat(java.util.Arrays.copyOf(fashion.train().classes(), 5))
        .containsExactly(9, 0, 0, 3, 0);
    assertThat(java.util.Arrays.copyOf(fashion.test().classes(), 5)).containsExactly(9, 2, 1, 1, 6);
    assertThat(fashion.train().features()).hasSize(784_000);
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
