package org.shiftscope.compute.network.kernel;

import static org.shiftscope.compute.network.kernel.PixelGroups.LANES;
import static org.shiftscope.compute.network.kernel.PixelGroups.PAIR;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradient of a convolution's weights and biases in float32, for stride 1 and "same" padding:
 * W's is Σ over the pixels of x z̄ᵀ, x what the pixel sees. Image by image, six numbers of x times
 * two vectors of z̄ are added up over all pixels in the processor's registers. Products of matrices
 * are slower: few channels make them narrow, and x must be copied together for them. ND4J's own
 * operation computes the input's gradient as well.
 */
final class FloatConvolutionGradient {

  /** Numbers of x at once. */
  private static final int AT_ONCE = 6;

  /**
   * Pixels that are added up before the sums are put away: several images, where they are small.
   */
  private static final int PIXELS = 128;

  private final int samples;
  private final int height;
  private final int inputs;
  private final int imagesAtOnce;
  private final MemorySegment images;
  private final MemorySegment outputGradient;
  private final MemorySegment weightsGradient;
  private final MemorySegment biasGradient;
  private final PixelGroups groups;
  private final PaddedImages padded;
  private final int[] places;

  /** z̄ of an image, and room for what the last vectors read too much. */
  private final float[] results;

  private final GroupSums sums;

  /**
   * Binds.
   *
   * @param input [samples, height, width, inputs], not modified
   * @param outputGradient z̄, [samples, height, width, filters], not modified
   * @param weightsGradient [kernel, kernel, inputs, filters], modified
   * @param biasGradient [filters], modified
   */
  FloatConvolutionGradient(
      INDArray input, INDArray outputGradient, INDArray weightsGradient, INDArray biasGradient) {
    samples = Math.toIntExact(input.size(0));
    height = Math.toIntExact(input.size(1));
    inputs = Math.toIntExact(input.size(3));
    images = RawMemory.segment(input);
    this.outputGradient = RawMemory.segment(outputGradient);
    this.weightsGradient = RawMemory.segment(weightsGradient);
    this.biasGradient = RawMemory.segment(biasGradient);
    groups =
        new PixelGroups(
            Math.toIntExact(input.size(2)),
            Math.toIntExact(weightsGradient.size(0)),
            Math.toIntExact(weightsGradient.size(3)));
    int pixels = height * groups.width();
    imagesAtOnce = Math.min(samples, Math.ceilDiv(PIXELS, pixels));
    padded = new PaddedImages(imagesAtOnce, height, inputs, groups, AT_ONCE);
    places = padded.places();
    results = new float[imagesAtOnce * height * groups.resultsInLine() + PAIR];
    sums = new GroupSums(groups, inputs, AT_ONCE);
  }

  /** Overwrites the gradients. */
  void run() {
    sums.clear();
    for (int first = 0; first < samples; first += imagesAtOnce) {
      int count = Math.min(imagesAtOnce, samples - first);
      padded.load(images, first, count);
      loadResults(first, count);
      for (int pair = 0; pair < groups.pairs(); pair++) {
        addBiases(pair);
        for (int line = 0; line < groups.kernel(); line++) {
          for (int number = 0; number < groups.span() * inputs; number += AT_ONCE) {
            addProducts(pair, line, number);
          }
        }
      }
    }
    sums.collect(weightsGradient, biasGradient);
  }

  /** What lies beyond the end of a line is never written, and stays 0. */
  private void loadResults(int firstSample, int count) {
    int length = groups.width() * groups.filters();
    int lines = count * height;
    for (int line = 0; line < lines; line++) {
      MemorySegment.copy(
          outputGradient,
          ValueLayout.JAVA_FLOAT,
          ((long) firstSample * height + line) * length * Float.BYTES,
          results,
          line * groups.resultsInLine(),
          length);
    }
    Arrays.fill(results, lines * groups.resultsInLine(), results.length, 0);
  }

  private void addBiases(int pair) {
    int at = pair * PAIR;
    FloatVector left = FloatVector.zero(LANES);
    FloatVector right = left;
    for (int group = 0; group < places.length; group++) {
      int from = group * groups.results() + at;
      left = left.add(FloatVector.fromArray(LANES, results, from));
      right = right.add(FloatVector.fromArray(LANES, results, from + LANES.length()));
    }
    add(left, right, sums.ofBiases(), at);
  }

  /** Six numbers of what every group sees, beginning with one of a line. */
  private void addProducts(int pair, int line, int first) {
    FloatVector zero = FloatVector.zero(LANES);
    FloatVector leftA = zero;
    FloatVector leftB = zero;
    FloatVector leftC = zero;
    FloatVector leftD = zero;
    FloatVector leftE = zero;
    FloatVector leftF = zero;
    FloatVector rightA = zero;
    FloatVector rightB = zero;
    FloatVector rightC = zero;
    FloatVector rightD = zero;
    FloatVector rightE = zero;
    FloatVector rightF = zero;
    float[] numbers = padded.numbers();
    int shift = line * padded.line() + first;
    int step = groups.results();
    for (int group = 0; group < places.length; group++) {
      int from = group * step + pair * PAIR;
      FloatVector left = FloatVector.fromArray(LANES, results, from);
      FloatVector right = FloatVector.fromArray(LANES, results, from + LANES.length());
      int at = places[group] + shift;
      FloatVector a = FloatVector.broadcast(LANES, numbers[at]);
      leftA = a.fma(left, leftA);
      rightA = a.fma(right, rightA);
      FloatVector b = FloatVector.broadcast(LANES, numbers[at + 1]);
      leftB = b.fma(left, leftB);
      rightB = b.fma(right, rightB);
      FloatVector c = FloatVector.broadcast(LANES, numbers[at + 2]);
      leftC = c.fma(left, leftC);
      rightC = c.fma(right, rightC);
      FloatVector d = FloatVector.broadcast(LANES, numbers[at + 3]);
      leftD = d.fma(left, leftD);
      rightD = d.fma(right, rightD);
      FloatVector e = FloatVector.broadcast(LANES, numbers[at + 4]);
      leftE = e.fma(left, leftE);
      rightE = e.fma(right, rightE);
      FloatVector f = FloatVector.broadcast(LANES, numbers[at + 5]);
      leftF = f.fma(left, leftF);
      rightF = f.fma(right, rightF);
    }
    float[] weightSums = sums.ofWeights();
    int to = sums.place(pair, line, first);
    add(leftA, rightA, weightSums, to);
    add(leftB, rightB, weightSums, to + PAIR);
    add(leftC, rightC, weightSums, to + 2 * PAIR);
    add(leftD, rightD, weightSums, to + 3 * PAIR);
    add(leftE, rightE, weightSums, to + 4 * PAIR);
    add(leftF, rightF, weightSums, to + 5 * PAIR);
  }

  private static void add(FloatVector left, FloatVector right, float[] into, int at) {
    FloatVector.fromArray(LANES, into, at).add(left).intoArray(into, at);
    int next = at + LANES.length();
    FloatVector.fromArray(LANES, into, next).add(right).intoArray(into, next);
  }
}
