package org.shiftscope.server.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.estimate.NotEnoughMemory;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;

@Timeout(30)
class ShareMemoryTest {

  private static final TrialMemory SIX_MEGABYTES = TrialMemory.inHeap("model.samples", 6_000_000);

  private final ShareMemory memory = new ShareMemory(new Memory(10_000_000, 0));

  @Test
  void aTrialWaitsUntilTheOthersLeaveItEnough() throws Exception {
    var waits = new Waiting();
    CompletableFuture<ShareMemory.Share> second;
    try (ShareMemory.Share first = memory.take(SIX_MEGABYTES, TrialWatch.none())) {
      second = CompletableFuture.supplyAsync(() -> memory.take(SIX_MEGABYTES, waits));
      waits.heard.await();
      assertThat(second).isNotDone();
    }
    second.get(10, TimeUnit.SECONDS).close();
  }

  @Test
  void aTrialThatWaitsHearsACancel() throws Exception {
    var waits = new Waiting();
    try (ShareMemory.Share first = memory.take(SIX_MEGABYTES, TrialWatch.none())) {
      var second = CompletableFuture.runAsync(() -> memory.take(SIX_MEGABYTES, waits));
      waits.heard.await();
      waits.cancelled.set(true);
      assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(TrialCancelled.class);
    }
  }

  @Test
  void aTrialThatNeverFitsDoesNotWait() {
    TrialMemory eleven = TrialMemory.inHeap("model.samples", 11_000_000);
    assertThatThrownBy(() -> memory.take(eleven, new Waiting()))
        .isInstanceOf(NotEnoughMemory.class)
        .hasMessageStartingWith("model.samples makes each trial need about 11 MB, and 11 MB of");
  }

  @Test
  void aTrialForWhichOtherProgramsLeaveTooLittleFailsWithAdvice() {
    var endless = new ShareMemory(new Memory(Long.MAX_VALUE, 0));
    TrialMemory huge = TrialMemory.inHeap("model.samples", 1L << 50);
    assertThatThrownBy(() -> endless.take(huge, TrialWatch.none()))
        .isInstanceOf(NotEnoughMemory.class)
        .hasMessageContaining("other programs leave ")
        .hasMessageEndingWith(" on this machine: free some, then retry.");
  }

  /** Tells when its trial has begun to wait. */
  private static final class Waiting implements TrialWatch {

    private final CountDownLatch heard = new CountDownLatch(1);
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Override
    public void progress(String phase, double fraction) {
      assertThat(phase).isEqualTo("waiting for memory");
      heard.countDown();
    }

    @Override
    public boolean cancelled() {
      return cancelled.get();
    }
  }
}
