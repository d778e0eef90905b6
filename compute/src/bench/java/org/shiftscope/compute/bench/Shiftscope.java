package org.shiftscope.compute.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps;
import org.shiftscope.compute.random.RandomStreams;

/** This side: the steps that trials take, on one thread. */
final class Shiftscope implements Side {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<Workload, Training> trainings = new HashMap<>();

  @Override
  public long open(Workload workload) {
    Training training = new Training(workload);
    trainings.put(workload, training);
    return training.network.parameterCount();
  }

  @Override
  public Times run(Workload workload, int steps) {
    Training training = Objects.requireNonNull(trainings.get(workload));
    long start = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < steps; i++) {
      training.step();
    }
    return new Times(
        (System.nanoTime() - start) * 1e-9, (THREADS.getCurrentThreadCpuTime() - processor) * 1e-9);
  }

  @Override
  public void close(Workload workload) {
    Objects.requireNonNull(trainings.remove(workload)).network.close();
  }

  private static final class Training {

    private final Network network;
    private final Samples samples;
    private final SgdSteps sgd;
    private final int batch;
    private final RandomStreams streams = RandomStreams.of(1);
    private int[] order;
    private int epoch;
    private int next;

    Training(Workload workload) {
      network = new Network(workload.network(), workload.images(), Precision.SINGLE);
      samples = workload.randomSamples();
      batch = workload.batch();
      sgd =
          new SgdSteps(
              network,
              samples,
              batch,
              new SgdSteps.StepSize(Workload.LEARNING_RATE, Workload.LAMBDA),
              network.initialise(streams));
      order = streams.split(0).permutation(samples.count());
    }

    void step() {
      if (next + batch > samples.count()) {
        order = streams.split(++epoch).permutation(samples.count());
        next = 0;
      }
      double loss = sgd.step(order, next);
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException("diverged");
      }
      next += batch;
    }
  }
}
