package org.shiftscope.compute.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells one set of samples from another: SHA-256 over the train samples and then the test samples,
 * each as (1) their number and the numbers in one sample, two 32-bit integers; (2) the features,
 * sample after sample, height × width × channels, each as an IEEE 754 float32; (3) the classes, a
 * byte each. All of it is big-endian. In Python, of arrays of shape [n, size] in [0, 1]:
 *
 * <pre>{@code
 * digest = hashlib.sha256()
 * for x, y in ((train_x, train_y), (test_x, test_y)):
 *     digest.update(struct.pack(">ii", *x.shape))
 *     digest.update(x.astype(">f4").tobytes() + y.astype("u1").tobytes())
 * }</pre>
 */
final class Fingerprint {

  private static final int AT_ONCE = 1 << 14;

  private Fingerprint() {}

  /** 64 hexadecimal digits. The samples are not modified. */
  static String of(Samples train, Samples test) {
    MessageDigest digest = sha256();
    add(digest, train);
    add(digest, test);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of a small file, unpacked where its name ends in {@code .gz}. */
  static String ofFile(Path file) {
    try (InputStream input = FileFacts.open(file)) {
      return HexFormat.of().formatHex(sha256().digest(input.readAllBytes()));
    } catch (IOException refused) {
      throw FileFacts.unreadable(file, refused);
    }
  }

  private static void add(MessageDigest digest, Samples samples) {
    int count = samples.count();
    digest.update(
        ByteBuffer.allocate(2 * Integer.BYTES)
            .putInt(count)
            .putInt(samples.features().length / Math.max(1, count))
            .flip());
    ByteBuffer block = ByteBuffer.allocate(AT_ONCE * Float.BYTES);
    for (int first = 0; first < samples.features().length; first += AT_ONCE) {
      int length = Math.min(AT_ONCE, samples.features().length - first);
      block.asFloatBuffer().put(samples.features(), first, length);
      digest.update(block.array(), 0, length * Float.BYTES);
    }
    digest.update(samples.classes());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
