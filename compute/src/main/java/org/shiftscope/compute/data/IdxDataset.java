package org.shiftscope.compute.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;

/**
 * MNIST and Fashion-MNIST: four IDX files, plain or compressed by gzip (Y. LeCun's format: a magic
 * number, the dimensions as big-endian integers, then the bytes). Pixels are divided by 255.
 */
final class IdxDataset implements DataFolder.Reader {

  private static final int IMAGES = 0x00000803;
  private static final int LABELS = 0x00000801;

  private final List<Path> folders;

  IdxDataset(List<Path> folders) {
    this.folders = folders;
  }

  @Override
  public Dataset read(DatasetSpec spec) {
    return new Dataset(
        samples(spec.name(), "train", spec.trainSamples()),
        samples(spec.name(), "t10k", spec.testSamples()));
  }

  @Override
  public void check(DatasetSpec spec) {
    for (String part : List.of("train", "t10k")) {
      int count = part.equals("train") ? spec.trainSamples() : spec.testSamples();
      readIdx(spec.name(), part + "-images-idx3-ubyte", IMAGES, count, 0);
      readIdx(spec.name(), part + "-labels-idx1-ubyte", LABELS, count, 0);
    }
  }

  private Samples samples(DatasetName name, String part, int count) {
    byte[] pixels =
        readIdx(name, part + "-images-idx3-ubyte", IMAGES, count, (long) count * name.sampleSize());
    byte[] classes = readIdx(name, part + "-labels-idx1-ubyte", LABELS, count, count);
    float[] features = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      features[i] = (pixels[i] & 0xff) / 255f;
    }
    for (byte label : classes) {
      if (label < 0 || label >= name.classes()) {
        throw new DatasetUnavailable(
            find(name, part + "-labels-idx1-ubyte")
                + " holds the class "
                + (label & 0xff)
                + ", but classes go from 0 to 9: fetch the file again.");
      }
    }
    return new Samples(features, classes);
  }

  private byte[] readIdx(DatasetName name, String file, int magic, int count, long bytes) {
    Path path = find(name, file);
    try (DataInputStream input = new DataInputStream(new BufferedInputStream(open(path)))) {
      checkHeader(input, path, name, magic, count);
      byte[] content = input.readNBytes(Math.toIntExact(bytes));
      if (content.length < bytes) {
        throw new DatasetUnavailable(
            path
                + " is truncated: it ends after "
                + content.length
                + " of "
                + bytes
                + " bytes. Fetch it again.");
      }
      return content;
    } catch (EOFException e) {
      throw new DatasetUnavailable(path + " is truncated: it ends early. Fetch it again.", e);
    } catch (IOException e) {
      throw new DatasetUnavailable(path + " cannot be read (" + e.getMessage() + ").", e);
    }
  }

  private static void checkHeader(
      DataInputStream input, Path path, DatasetName name, int magic, int count) throws IOException {
    int found = input.readInt();
    if (found != magic) {
      throw new DatasetUnavailable(
          String.format(
              "%s is not the IDX file that it should be: it starts with 0x%08x, not 0x%08x.",
              path, found, magic));
    }
    int samples = input.readInt();
    if (samples < count) {
      throw new DatasetUnavailable(
          path + " holds " + samples + " samples, fewer than the " + count + " asked for.");
    }
    if (magic == IMAGES) {
      int height = input.readInt();
      int width = input.readInt();
      if (height != name.height() || width != name.width()) {
        throw new DatasetUnavailable(
            path
                + " holds images of "
                + height
                + " × "
                + width
                + " pixels, not "
                + name.height()
                + " × "
                + name.width()
                + ".");
      }
    }
  }

  private Path find(DatasetName name, String file) {
    Optional<Path> found =
        folders.stream()
            .flatMap(folder -> Stream.of(folder.resolve(file), folder.resolve(file + ".gz")))
            .filter(Files::isRegularFile)
            .findFirst();
    return found.orElseThrow(
        () ->
            new DatasetUnavailable(
                name.title()
                    + " needs the file "
                    + file
                    + " (or "
                    + file
                    + ".gz), which is in none of the folders "
                    + folders
                    + ". Put the four IDX files of "
                    + name.title()
                    + " into the first of them"
                    + (name == DatasetName.FASHION_MNIST
                        ? ", or install Debian's package dataset-fashion-mnist."
                        : ".")));
  }

  private static InputStream open(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    return path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
  }
}
