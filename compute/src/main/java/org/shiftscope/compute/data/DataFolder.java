package org.shiftscope.compute.data;

import java.nio.file.Path;
import java.util.List;
import org.shiftscope.compute.spec.DatasetSpec;

/**
 * Where datasets are looked for: {@code <folder>/mnist}, {@code <folder>/fashion-mnist} and {@code
 * <folder>/cifar-10-batches-bin}. The digits need no files.
 *
 * @param path the folder
 */
public record DataFolder(Path path) {

  /** Where Debian's package dataset-fashion-mnist puts its files. */
  private static final Path DEBIAN_FASHION_MNIST = Path.of("/usr/share/datasets/fashion-mnist");

  /**
   * Reads a dataset, in its split.
   *
   * @throws DatasetUnavailable where its files are missing, truncated or hold too few samples
   */
  public Dataset open(DatasetSpec spec) {
    Dataset given = reader(spec).read(spec.given());
    return spec.split().map(seed -> new SplitAnew(given, seed).split(spec)).orElse(given);
  }

  /**
   * Checks all that can be known of a dataset's files without a trial: that they are there, their
   * lengths against their headers, and their classes.
   *
   * @throws DatasetUnavailable as {@link #open} would
   */
  public void check(DatasetSpec spec) {
    reader(spec).check(spec.given());
  }

  /**
   * What the files of a dataset are: equal as long as none is replaced. Empty where it needs none.
   *
   * @throws DatasetUnavailable where one is missing
   */
  public List<FileState> state(DatasetSpec spec) {
    return reader(spec).files(spec).stream().map(FileState::of).toList();
  }

  private Reader reader(DatasetSpec spec) {
    return switch (spec.name()) {
      case DIGITS -> new Digits();
      case FASHION_MNIST ->
          new IdxDataset(List.of(path.resolve("fashion-mnist"), DEBIAN_FASHION_MNIST));
      case MNIST -> new IdxDataset(List.of(path.resolve("mnist")));
      case CIFAR_10 -> new Cifar10(path.resolve("cifar-10-batches-bin"));
    };
  }

  /** Reads one dataset's format. */
  interface Reader {
    Dataset read(DatasetSpec spec);

    void check(DatasetSpec spec);

    List<Path> files(DatasetSpec spec);
  }
}
