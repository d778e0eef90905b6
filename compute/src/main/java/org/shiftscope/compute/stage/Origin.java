package org.shiftscope.compute.stage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.WriteSpec;

/**
 * All that the bits of a checkpoint depend on. A trial goes on from one of its own origin only.
 *
 * @param spec a hash of the spec's JSON
 * @param trial the trial's number, from 0
 * @param execution where and how the checkpoint was computed
 */
record Origin(String spec, int trial, Execution execution) {

  static Origin of(ExperimentSpec spec, TrialContext context) {
    String json = WriteSpec.toJson(spec).toString();
    return new Origin(
        UUID.nameUUIDFromBytes(json.getBytes(StandardCharsets.UTF_8)).toString(),
        context.trial(),
        context.execution());
  }

  /** Why a trial of this origin cannot go on from a checkpoint of another. */
  String refuse(Origin other) {
    return spec.equals(other.spec) && trial == other.trial
        ? "was computed as " + other.execution + ", and this is " + execution
        : "is of another trial";
  }
}
