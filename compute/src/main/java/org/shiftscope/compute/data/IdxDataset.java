package org.shiftscope.compute.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;

/**
 * MNIST and Fashion-MNIST: four IDX files, plain or compressed by gzip (Y. LeCun's format: a magic
 * number, the dimensions as big-endian integers, then the bytes). Pixels are divided by 255.
 */
record IdxDataset(List<Path> folders) implements DataFolder.Reader {

  /** The official files of labels of Fashion-MNIST, train and test, as Debian packs them. */
  private static final Set<String> FASHION_LABELS =
      Set.of(
          "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
          "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9");

  @Override
  public Dataset read(DatasetSpec spec) {
    check(spec);
    return new Dataset(
        samples(spec.name(), "train", spec.trainSamples()),
        samples(spec.name(), "t10k", spec.testSamples()));
  }

  @Override
  public void check(DatasetSpec spec) {
    check(spec.name(), "train", spec.trainSamples());
    check(spec.name(), "t10k", spec.testSamples());
  }

  @Override
  public List<Path> files(DatasetSpec spec) {
    return Stream.of("train", "t10k")
        .flatMap(part -> Stream.of(images(spec.name(), part), labels(spec.name(), part)))
        .toList();
  }

  private void check(DatasetName name, String part, int asked) {
    var images = IdxFile.images(images(name, part), name);
    images.check(asked);
    var labels = IdxFile.labels(labels(name, part), name);
    labels.check(asked);
    if (images.samples() != labels.samples()) {
      throw new DatasetUnavailable(
          String.format(
              "%s holds %d labels, but %s holds %d images: they do not belong together. Put the files of one dataset"
                  + " there.",
              labels.file(), labels.samples(), images.file(), images.samples()));
    }
    if (name == DatasetName.MNIST && FASHION_LABELS.contains(Fingerprint.ofFile(labels.file()))) {
      throw new DatasetUnavailable(
          labels.file()
              + " holds the labels of Fashion-MNIST, not of MNIST: put MNIST's own files there, or choose Fashion-MNIST.");
    }
  }

  private Samples samples(DatasetName name, String part, int count) {
    byte[] pixels = content(images(name, part), IdxFile.IMAGES_HEADER, count * name.sampleSize());
    float[] features = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      features[i] = (pixels[i] & 0xff) / 255f;
    }
    return Samples.ofBytes(features, content(labels(name, part), IdxFile.LABELS_HEADER, count));
  }

  private static byte[] content(Path file, int header, int bytes) {
    try (InputStream input = FileFacts.open(file)) {
      input.skipNBytes(header);
      byte[] content = input.readNBytes(bytes);
      if (content.length < bytes) {
        throw new DatasetUnavailable(file + " was cut while it was read. Fetch it again.");
      }
      return content;
    } catch (IOException refused) {
      throw FileFacts.unreadable(file, refused);
    }
  }

  private Path images(DatasetName name, String part) {
    return find(name, part + "-images-idx3-ubyte");
  }

  private Path labels(DatasetName name, String part) {
    return find(name, part + "-labels-idx1-ubyte");
  }

  private Path find(DatasetName name, String file) {
    Optional<Path> found =
        folders.stream()
            .flatMap(folder -> Stream.of(folder.resolve(file), folder.resolve(file + ".gz")))
            .filter(Files::isRegularFile)
            .findFirst();
    return found.orElseThrow(() -> missing(name, file));
  }

  private DatasetUnavailable missing(DatasetName name, String file) {
    String near = FindNearMiss.say(folders, folders.getFirst().resolve(file));
    String advice =
        " Put the four IDX files of "
            + name.title()
            + " into the first of them"
            + (name == DatasetName.FASHION_MNIST
                ? ", or install Debian's package dataset-fashion-mnist."
                : ".");
    return new DatasetUnavailable(
        name.title()
            + " needs the file "
            + file
            + " (or "
            + file
            + ".gz), which is in none of the folders "
            + folders
            + "."
            + (near.isEmpty() ? advice : near));
  }
}
