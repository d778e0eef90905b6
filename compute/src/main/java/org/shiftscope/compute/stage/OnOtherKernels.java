package org.shiftscope.compute.stage;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.Named;

/** What a trial does whose checkpoint was computed by another processor or other kernels. */
public enum OnOtherKernels implements Named {
  /** It starts from the beginning, so that its bits are those of one kind of machine. */
  ANEW("Starts from the beginning"),
  /** It goes on, and its result says on what it was computed, one after the other. */
  GO_ON("Goes on");

  /** Bytes that an origin has at most. */
  private static final long LONGEST_ORIGIN = 1 << 20;

  private final String title;

  OnOtherKernels(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /**
   * On what a trial is computed that starts now.
   *
   * @param own what this process computes on
   * @param checkpoints where it may go on from
   */
  public Execution execution(Execution own, TrialCheckpoints checkpoints) {
    return this == ANEW ? own : begun(checkpoints).flatMap(own::after).orElse(own);
  }

  private static Optional<Execution> begun(TrialCheckpoints checkpoints) {
    Optional<InputStream> newest = checkpoints.newest();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    try (var in = new DataInputStream(new BufferedInputStream(newest.get(), 1 << 16))) {
      return in.readLong() == Checkpoint.STAMP
          ? Optional.of(((Origin) RecordBytes.read(in, () -> LONGEST_ORIGIN, Origin.class)))
              .map(Origin::execution)
          : Optional.empty();
    } catch (IOException damaged) { // the stages will see it, too, and say so
      return Optional.empty();
    }
  }
}
