package org.shiftscope.compute.data;

import java.nio.file.Path;
import java.util.Locale;
import org.shiftscope.compute.spec.DatasetName;

/**
 * An IDX file of images or of labels, and what must hold of it.
 *
 * @param file where it is
 * @param name the dataset that it should be of
 * @param magic the number that it must start with
 * @param header bytes before the samples
 * @param sample bytes of one sample
 * @param facts what was found in it
 */
record IdxFile(Path file, DatasetName name, int magic, int header, int sample, FileFacts facts) {

  static final int IMAGES_HEADER = 16;
  static final int LABELS_HEADER = 8;

  private static final FileFacts.Classes CLASSES = new FileFacts.Classes(LABELS_HEADER, 1);

  static IdxFile images(Path file, DatasetName name) {
    FileFacts facts = FileFacts.of(file, FileFacts.Classes.NONE);
    return new IdxFile(file, name, 0x803, IMAGES_HEADER, name.sampleSize(), facts);
  }

  static IdxFile labels(Path file, DatasetName name) {
    return new IdxFile(file, name, 0x801, LABELS_HEADER, 1, FileFacts.of(file, CLASSES));
  }

  /** Samples by its header. */
  int samples() {
    return facts.integer(4);
  }

  /**
   * Checks all that can be known before a trial.
   *
   * @param asked samples that it must hold at least
   */
  void check(int asked) {
    checkHeader();
    long expected = header + (long) samples() * sample;
    require(
        facts.bytes() >= expected,
        "is truncated: its header tells of %d samples, which take %d bytes, and it ends after %d. Fetch it again.",
        samples(),
        expected,
        facts.bytes());
    require(
        facts.bytes() == expected,
        "is not what its header tells: %d samples take %d bytes, and it has %d. Fetch it again.",
        samples(),
        expected,
        facts.bytes());
    require(samples() >= asked, "holds %d samples, fewer than the %d asked for.", samples(), asked);
    require(
        facts.largestClass() < name.classes(),
        "holds the class %d, but classes go from 0 to %d: it is of another dataset, or damaged.",
        facts.largestClass(),
        name.classes() - 1);
  }

  private void checkHeader() {
    require(
        facts.bytes() < Integer.BYTES || facts.integer(0) == magic,
        "is not the IDX file that it should be: it starts with 0x%08x, not 0x%08x.",
        facts.integer(0),
        magic);
    require(
        facts.bytes() >= header,
        "is truncated: it ends after %d bytes, within its header of %d. Fetch it again.",
        facts.bytes(),
        header);
    require(
        header == LABELS_HEADER
            || (facts.integer(8) == name.height() && facts.integer(12) == name.width()),
        "holds images of %d × %d pixels, not %d × %d.",
        facts.integer(8),
        facts.integer(12),
        name.height(),
        name.width());
  }

  private void require(boolean holds, String law, Object... numbers) {
    if (!holds) {
      throw new DatasetUnavailable(file + " " + String.format(Locale.ROOT, law, numbers));
    }
  }
}
