package org.shiftscope.compute.spec;

import java.util.Optional;
import java.util.function.Function;
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

  /**
   * Reads a spec that a person asks for: what it leaves to an experiment that it names is taken
   * from there.
   *
   * @param stored an experiment by its id; empty where there is none, or none that can be read
   * @throws InvalidSpec as {@link #from(JsonNode)}, and where the experiment is not there
   */
  public static ExperimentSpec from(
      JsonNode json, Function<String, Optional<ExperimentSpec>> stored) {
    return from(FillFromSource.fill(json, stored));
  }
}
