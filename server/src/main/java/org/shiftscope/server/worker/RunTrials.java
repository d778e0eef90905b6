package org.shiftscope.server.worker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.TrialWork;

/** What a lane does with a trial that it took: it runs it, and is seen to be running it. */
public final class RunTrials implements TrialWork {

  private final RunTrial run;
  private final Device device;
  private final ShareMemory memory;
  private final HearTrials heard;
  private final AtomicInteger running = new AtomicInteger();

  /** Runs trials on a device, in memory that they share with those of other devices. */
  public RunTrials(RunTrial run, Device device, ShareMemory memory, HearTrials heard) {
    this.run = run;
    this.device = device;
    this.memory = memory;
    this.heard = heard;
  }

  @Override
  public TrialResult run(ExperimentSpec spec, int trial, TrialWatch watch) {
    running.incrementAndGet();
    long begun = System.nanoTime();
    String end = "failed";
    try (ShareMemory.Share share = memory.take(Kind.of(spec).memory(), watch)) {
      device.bindThread();
      TrialResult result = run.run(spec, trial, watch);
      end = result.outcome().id();
      return result;
    } catch (TrialCancelled stopped) {
      end = "stopped";
      throw stopped;
    } finally {
      running.decrementAndGet();
      heard.ended(spec.kind(), device.lane(), end, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /** Trials that run at this moment. */
  public int running() {
    return running.get();
  }
}
