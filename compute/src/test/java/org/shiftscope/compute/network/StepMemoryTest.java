package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.NetworkSpec;

/** Memory stays where it is, however many steps are taken. */
class StepMemoryTest {

  private static final int BATCH = 32;
  private static final int STEPS = 10_000;

  /** What a step that leaked a small array would exceed: 10,000 steps at 1 KiB are 10 MB. */
  private static final long ROOM = 8L << 20;

  /**
   * The whole process breathes by some 20 MB, with its compilers and collector. A convolution's
   * output of a minibatch, lost in each step, would be hundreds.
   */
  private static final long BREATH = 64L << 20;

  /** Bytes a step that ND4J's calls may leave to the garbage collector. */
  private static final long GARBAGE = 4_096;

  static Stream<NetworkSpec> networks() {
    return Stream.of(
        new NetworkSpec.Mlp(List.of(32), Activation.RELU, 1),
        new NetworkSpec.Cnn(List.of(4), 3, List.of(8), Activation.RELU, 1));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void tenThousandStepsLeaveMemoryAsItWas(NetworkSpec spec) throws InterruptedException {
    Samples samples =
        new DataFolder(Path.of("none"))
            .open(new DatasetSpec(DatasetName.DIGITS, 1_347, 450))
            .train();
    RandomStreams streams = RandomStreams.of(3);
    int[] order = streams.permutation(samples.count());
    try (Network network = new Network(spec, DatasetName.DIGITS, Precision.SINGLE)) {
      SgdSteps sgd =
          new SgdSteps(
              network,
              samples,
              BATCH,
              new SgdSteps.StepSize(0.01, 1e-5),
              network.initialise(streams));
      // Java's compilers take memory of their own until all is compiled.
      steps(sgd, order, STEPS);
      Memory before = Memory.now();
      long allocated = allocatedByThisThread();
      double loss = steps(sgd, order, STEPS);
      allocated = allocatedByThisThread() - allocated;
      Memory after = Memory.now();
      // What the collector found is given back by a thread of JavaCPP's, in its own time.
      for (int i = 0; i < 100 && after.arrays > before.arrays; i++) {
        Thread.sleep(20);
        after = Memory.now();
      }
      assertThat(loss).isFinite();
      // The garbage collector may have found something of before.
      assertThat(after.arrays).isLessThanOrEqualTo(before.arrays);
      assertThat(allocated / STEPS).isLessThan(GARBAGE);
      assertThat(after.heap - before.heap).isLessThan(ROOM);
      assertThat(after.outsideHeap - before.outsideHeap).isLessThan(BREATH);
    }
  }

  private static double steps(SgdSteps sgd, int[] order, int count) {
    double loss = 0;
    for (int i = 0; i < count; i++) {
      loss = sgd.step(order, i % (order.length / BATCH) * BATCH);
    }
    return loss;
  }

  /** Bytes in Java's heap, so far. */
  private static long allocatedByThisThread() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /**
   * What memory is taken, in bytes.
   *
   * @param arrays outside the heap, as ND4J and JavaCPP count them
   * @param heap what is reachable in Java's heap
   * @param outsideHeap of the whole process, as the system counts it, but for what Java's heap has
   *     reserved
   */
  private record Memory(long arrays, long heap, long outsideHeap) {

    static Memory now() {
      System.gc();
      MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      return new Memory(
          Pointer.totalBytes(), heap.getUsed(), Pointer.physicalBytes() - heap.getCommitted());
    }
  }
}
