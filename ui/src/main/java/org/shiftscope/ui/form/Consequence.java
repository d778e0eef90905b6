package org.shiftscope.ui.form;

import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import tools.jackson.databind.node.ObjectNode;

/** Says what follows from a section's fields. */
public interface Consequence {

  /**
   * A line for a person; empty for nothing to say.
   *
   * @param json what the fields say
   * @param spec the whole, where it is valid
   */
  String of(ObjectNode json, Optional<ExperimentSpec> spec);
}
