package org.shiftscope.compute.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.stage.StageRun;

/**
 * Both sides of Yaida's fluctuation-dissipation relations at one iterate of each block of a window
 * (Yaida 2018, arXiv 1810.00004). One pass over the train samples in random chunks of m gives ∇L,
 * and tr C from the scatter of the chunks' gradients g_k: drawn without replacement, E Σ m_k ‖g_k −
 * g‖² = tr C · N (K − 1) / (N − 1) over K chunks. The deviation of a chunk has E dᵀHd = tr(HC) (N −
 * m) / (m (N − 1)): four are multiplied by H at once.
 */
public final class MeasureArrival {

  /** Chunks whose deviations are multiplied by H, at each iterate. */
  public static final int DEVIATIONS = 4;

  /** Chunks of a pass, at least, where there are as many samples. */
  private static final int CHUNKS = 32;

  private final DatasetLoss loss;
  private final double temperature;
  private final RandomStreams streams;

  /**
   * Prepares.
   *
   * @param loss the train loss
   * @param temperature T
   * @param streams {@code chunks} is split off
   */
  public MeasureArrival(DatasetLoss loss, double temperature, RandomStreams streams) {
    this.loss = loss;
    this.temperature = temperature;
    this.streams = streams.split("chunks");
  }

  /**
   * Reads at the middle iterate of each block.
   *
   * @param run hears the share that is done; goes on between two iterates
   */
  public List<Reading> read(Window window, StageRun<State> run) {
    List<Reading> readings = new ArrayList<>();
    run.from().ifPresent(state -> readings.addAll(state.readings()));
    double[] mean = window.mean();
    run.progress().accept((double) readings.size() / WindowBlocks.BLOCKS);
    for (int block = readings.size(); block < WindowBlocks.BLOCKS; block++) {
      int begin = WindowBlocks.begin(window.iterates().size(), block);
      int end = WindowBlocks.begin(window.iterates().size(), block + 1);
      readings.add(at(window.iterates().get((begin + end) / 2), mean, streams.split(block)));
      run.progress().accept((double) readings.size() / WindowBlocks.BLOCKS);
      run.offer().accept(() -> new State(List.copyOf(readings)));
    }
    return readings;
  }

  /** Samples of a chunk where so many go through. */
  public static int chunkSize(int samples, int microBatch) {
    return Math.clamp(samples / CHUNKS, 1, microBatch);
  }

  private Reading at(double[] theta, double[] mean, RandomStreams order) {
    var scatter = new Scatter(theta.length);
    int samples = loss.sampleCount();
    int size = chunkSize(samples, loss.microBatch());
    loss.eachChunk(theta, order.permutation(samples), size, scatter);
    double[] gradient = scatter.mean.clone();
    Arrays.setAll(gradient, i -> gradient[i] / samples);
    double noise = scatter.noise(gradient, samples);
    List<double[]> deviations =
        scatter.first.stream().map(chunk -> Vectors.difference(chunk, gradient)).toList();
    List<double[]> products = loss.hessianTimes(theta, deviations);
    double form = 0;
    for (int i = 0; i < products.size(); i++) {
      form += Vectors.dot(products.get(i), deviations.get(i)) / products.size();
    }
    Arrays.setAll(gradient, i -> gradient[i] + loss.lambda() * theta[i]);
    return new Reading(
        scatter.loss / samples + loss.l2(theta),
        Vectors.dot(Vectors.difference(theta, mean), gradient),
        Vectors.dot(gradient, gradient),
        temperature / 2 * noise,
        temperature / 2 * form * size * (samples - 1.0) / (samples - size));
  }

  /** Sums over chunks. */
  private static final class Scatter implements DatasetLoss.ChunkListener {

    private final List<double[]> first = new ArrayList<>();
    private final double[] mean;
    private double loss;
    private double squares;
    private int chunks;

    Scatter(int dimension) {
      mean = new double[dimension];
    }

    @Override
    public void hear(int samples, double sum, double[] gradient) {
      if (first.size() < DEVIATIONS) {
        first.add(gradient.clone());
      }
      for (int i = 0; i < mean.length; i++) {
        mean[i] += samples * gradient[i];
      }
      loss += sum;
      squares += samples * Vectors.dot(gradient, gradient);
      chunks++;
    }

    /** tr C. */
    double noise(double[] gradient, int samples) {
      double scatter = squares - samples * Vectors.dot(gradient, gradient);
      return scatter * (samples - 1.0) / (samples * (chunks - 1.0));
    }
  }

  /**
   * At one iterate.
   *
   * @param trainLoss L_tr
   * @param drift (θ − θ̄)·∇L_tr
   * @param gradientSquared ‖∇L_tr‖²
   * @param noise (T/2) tr C
   * @param curvedNoise (T/2) tr(HC)
   */
  public record Reading(
      double trainLoss, double drift, double gradientSquared, double noise, double curvedNoise) {}

  /**
   * Between two iterates.
   *
   * @param readings so far
   */
  public record State(List<Reading> readings) {}
}
