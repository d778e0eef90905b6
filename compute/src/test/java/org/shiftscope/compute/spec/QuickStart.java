package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The spec that is changed here and there, and what is wrong with it then. */
final class QuickStart {

  private QuickStart() {}

  static ObjectNode quickStart() {
    return WriteSpec.toJson(Presets.all().getFirst().spec());
  }

  static List<Problem> problemsOf(ObjectNode json) {
    return catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(json)).problems();
  }
}
