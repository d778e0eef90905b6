package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.WinogradLines.Lines;

/**
 * Images cut into tiles of 2 × 2 pixels, for Winograd's F(2 × 2, 3 × 3): a tile of the output
 * depends on 4 × 4 pixels of the input, and in place of them stand 16 numbers for each channel,
 * each in a matrix of its own, [tiles, channels]. The matrices of an array lie one after the other:
 * [16, tiles, channels].
 */
final class WinogradTiles {

  private final int height;
  private final int width;
  private final int channels;
  private final int images;
  private final MemorySegment padded;
  private final MemorySegment lines;

  /**
   * Room for some images.
   *
   * @param height even
   * @param width even
   * @param channels a multiple of {@link WinogradLines#MULTIPLE}
   * @param images number of images at a time
   */
  WinogradTiles(int height, int width, int channels, int images, Allocate allocate) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.images = images;
    // What lies around the image is never written, and stays 0.
    INDArray surrounded = allocate.scratch("padded", images, height + 2L, width + 2L, channels);
    padded = RawMemory.segment(surrounded);
    lines = RawMemory.segment(allocate.scratch("lines", WinogradPoints.SIDE, width + 2L, channels));
  }

  /**
   * Bᵀ d B of every tile; tiles without an image become 0. {@code from}: images; {@code into}:
   * [tiles, channels] each, modified.
   */
  void spread(MemorySegment from, int first, int count, WinogradPoints into) {
    if (count < images) {
      into.clear();
    }
    pad(from, first, count);
    int row = (width + 2) * channels;
    Lines columns = new Lines(lines, 0, row);
    long tile = 0;
    for (int image = 0; image < count; image++) {
      for (int y = 0; y < height; y += 2) {
        long corner = ((long) image * (height + 2) + y) * row;
        WinogradLines.input(new Lines(padded, corner, row), columns, row);
        for (int x = 0; x < width; x += 2, tile++) {
          for (int line = 0; line < WinogradPoints.SIDE; line++) {
            WinogradLines.input(
                new Lines(lines, (long) line * row + (long) x * channels, channels),
                into.row(tile, line),
                channels);
          }
        }
      }
    }
  }

  /** A ȳ Aᵀ of every tile; tiles without an image become 0. */
  void spreadGradient(MemorySegment from, int first, int count, WinogradPoints into) {
    if (count < images) {
      into.clear();
    }
    int row = width * channels;
    Lines columns = new Lines(lines, 0, row);
    long tile = 0;
    for (int image = first; image < first + count; image++) {
      for (int y = 0; y < height; y += 2) {
        long corner = ((long) image * height + y) * row;
        WinogradLines.outputGradient(new Lines(from, corner, row), columns, row);
        for (int x = 0; x < width; x += 2, tile++) {
          for (int line = 0; line < WinogradPoints.SIDE; line++) {
            WinogradLines.outputGradient(
                new Lines(lines, (long) line * row + (long) x * channels, channels),
                into.row(tile, line),
                channels);
          }
        }
      }
    }
  }

  /** Aᵀ m A of every tile. {@code from}: [tiles, channels] each; {@code into}: images, modified. */
  void collect(WinogradPoints from, MemorySegment into, int first, int count) {
    int row = width * channels;
    Lines columns = new Lines(lines, 0, row);
    long tile = 0;
    for (int image = first; image < first + count; image++) {
      for (int y = 0; y < height; y += 2) {
        for (int x = 0; x < width; x += 2, tile++) {
          for (int line = 0; line < WinogradPoints.SIDE; line++) {
            WinogradLines.output(
                from.row(tile, line),
                new Lines(lines, (long) line * row + (long) x * channels, channels),
                channels);
          }
        }
        long corner = ((long) image * height + y) * row;
        WinogradLines.output(columns, new Lines(into, corner, row), row);
      }
    }
  }

  private void pad(MemorySegment from, int first, int count) {
    long row = (long) width * channels * Float.BYTES;
    long wide = (width + 2L) * channels * Float.BYTES;
    for (int image = 0; image < count; image++) {
      for (int y = 0; y < height; y++) {
        MemorySegment.copy(
            from,
            ((long) (first + image) * height + y) * row,
            padded,
            ((long) image * (height + 2) + y + 1) * wide + (long) channels * Float.BYTES,
            row);
      }
    }
  }
}
