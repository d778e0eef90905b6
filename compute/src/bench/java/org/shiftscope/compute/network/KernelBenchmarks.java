package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.device.StartNd4j;
import org.shiftscope.compute.network.kernel.Buffer;
import org.shiftscope.compute.network.kernel.Operations;

/** The kernels of a step in float32 at B = 100, each alone. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class KernelBenchmarks {

  private static final int BATCH = 100;

  /** Layers hold addresses: an array that the garbage collector took would be written to. */
  private static final List<INDArray> KEPT = new ArrayList<>();

  /** A convolution of the cnn, of vgg16 and of resnet10. */
  @State(Scope.Thread)
  public static class ConvolutionState {

    /** Side of the image, inputs, filters, kernel, stride. */
    @Param({"28-1-6-5-1", "14-6-16-5-1", "32-64-64-3-1", "32-64-128-3-2", "4-512-512-3-1"})
    public String shape = "";

    private Runnable forward = () -> {};
    private Runnable backward = () -> {};

    /** Binds. */
    @Setup(Level.Trial)
    public void bind() {
      String[] numbers = shape.split("-", -1);
      int side = Integer.parseInt(numbers[0]);
      int inputs = Integer.parseInt(numbers[1]);
      int filters = Integer.parseInt(numbers[2]);
      int kernel = Integer.parseInt(numbers[3]);
      int stride = Integer.parseInt(numbers[4]);
      var layer = new Convolution(side, side, inputs, filters, kernel, stride);
      Layer bound = KernelBenchmarks.bind(layer, side, side, inputs);
      forward = bound::forward;
      backward = bound::backward;
    }
  }

  /** The first pooling of vgg16. */
  @State(Scope.Thread)
  public static class PoolState {

    private Runnable forward = () -> {};
    private Runnable backward = () -> {};

    /** Binds. */
    @Setup(Level.Trial)
    public void bind() {
      Layer bound = KernelBenchmarks.bind(new MaxPool(32, 32, 64), 32, 32, 64);
      forward = bound::forward;
      backward = bound::backward;
    }
  }

  /** The first layer of the mlp. */
  @State(Scope.Thread)
  public static class DenseState {

    private Runnable forward = () -> {};

    /** Binds. */
    @Setup(Level.Trial)
    public void bind() {
      forward = KernelBenchmarks.bind(new Dense(784, 128), 784)::forward;
    }
  }

  /** The loss. */
  @State(Scope.Thread)
  public static class SoftmaxState {

    private static final int CLASSES = 10;
    private final byte[] labels = new byte[BATCH];
    private Optional<SoftmaxCrossEntropy> loss = Optional.empty();

    /** Binds. */
    @Setup(Level.Trial)
    public void bind() {
      StartNd4j.started();
      Operations operations = Operations.on(Device.Kind.CPU);
      Buffer logits = operations.buffer(Precision.SINGLE.type(), BATCH, CLASSES);
      Buffer gradient = operations.buffer(Precision.SINGLE.type(), BATCH, CLASSES);
      loss = Optional.of(new SoftmaxCrossEntropy(logits, gradient, CLASSES));
    }
  }

  /** z = x * W + b. */
  @Benchmark
  public void convolutionForward(ConvolutionState state) {
    state.forward.run();
  }

  /** The gradients of W, b and x. */
  @Benchmark
  public void convolutionBackward(ConvolutionState state) {
    state.backward.run();
  }

  /** The largest of 2 × 2. */
  @Benchmark
  public void poolForward(PoolState state) {
    state.forward.run();
  }

  /** Its gradient. */
  @Benchmark
  public void poolBackward(PoolState state) {
    state.backward.run();
  }

  /** z = x W + b. */
  @Benchmark
  public void denseForward(DenseState state) {
    state.forward.run();
  }

  /** The loss and the gradient of the logits. */
  @Benchmark
  public double softmax(SoftmaxState state) {
    return state.loss.orElseThrow().lossAndGradient(state.labels, BATCH);
  }

  private static Layer bind(LayerShape shape, long... input) {
    StartNd4j.started();
    return shape.bind(
        new LayerShape.Wires(
            numbers(input),
            Optional.of(numbers(input)),
            numbers(shape.outputShape()),
            numbers(shape.outputShape()),
            keep(Nd4j.rand(Math.max(1, shape.parameterCount()))),
            keep(Nd4j.create(Math.max(1, shape.parameterCount()))),
            new RunningStatistics(List.of(shape), Precision.SINGLE).from(0),
            dimensions -> keep(Nd4j.create(dimensions))),
        Operations.on(Device.Kind.CPU));
  }

  /** Of all samples, between 0 and 1. */
  private static INDArray numbers(long... shape) {
    long[] dimensions = new long[shape.length + 1];
    dimensions[0] = BATCH;
    System.arraycopy(shape, 0, dimensions, 1, shape.length);
    return keep(Nd4j.rand(dimensions));
  }

  private static INDArray keep(INDArray array) {
    KEPT.add(array);
    return array;
  }
}
