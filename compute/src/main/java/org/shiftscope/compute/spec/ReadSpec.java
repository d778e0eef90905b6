package org.shiftscope.compute.spec;

import tools.jackson.databind.JsonNode;

/**
 * Reads specs from their JSON form, gathering every problem by field. {@link WriteSpec} is its
 * inverse.
 */
public final class ReadSpec {

  private ReadSpec() {}

  /**
   * Reads a spec of any kind.
   *
   * @throws InvalidSpec with every problem, where the JSON is not a valid spec
   */
  public static ExperimentSpec from(JsonNode json) {
    return (ExperimentSpec) ReadValue.of(ExperimentSpec.class, json);
  }
}
