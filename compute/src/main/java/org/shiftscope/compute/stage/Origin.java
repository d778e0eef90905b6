package org.shiftscope.compute.stage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.TrialInput;
import org.shiftscope.compute.spec.WriteSpec;

/**
 * All that the bits of a checkpoint depend on. A trial goes on from one of its own origin only.
 *
 * @param spec a hash of the spec's JSON and of the trial's inputs
 * @param trial the trial's number, from 0
 * @param execution where and how the checkpoint was computed
 */
record Origin(String spec, int trial, Execution execution) {

  static Origin of(ExperimentSpec spec, TrialContext context) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(WriteSpec.toJson(spec).toString().getBytes(StandardCharsets.UTF_8));
    for (TrialInput input : spec.inputs(context.trial())) {
      if (context.input(input.from()) instanceof Input.Found(double[] theta)) {
        all.writeBytes(bytes(theta));
      }
    }
    return new Origin(
        UUID.nameUUIDFromBytes(all.toByteArray()).toString(), context.trial(), context.execution());
  }

  private static byte[] bytes(double[] theta) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(theta.length, Double.BYTES));
    bytes.asDoubleBuffer().put(theta);
    return bytes.array();
  }

  /**
   * Whether a trial of this origin may go on from a checkpoint of another: on the same device,
   * kernels and threads, or on those that its execution names after the checkpoint's.
   */
  boolean continues(Origin other) {
    return spec.equals(other.spec)
        && trial == other.trial
        && (execution.onAnySystem().equals(other.execution.onAnySystem())
            || execution.wentOnFrom(other.execution));
  }

  /** Why a trial of this origin cannot go on from a checkpoint of another. */
  String refuse(Origin other) {
    return spec.equals(other.spec) && trial == other.trial
        ? "was computed as " + other.execution + ", and this is " + execution
        : "is of another trial";
  }
}
