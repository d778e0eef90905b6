package org.shiftscope.ui.launch;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields that ask for one kind of experiment; {@link FieldsForm} does the rest. */
interface KindFields {

  /** The kind's name in JSON. */
  String kind();

  /** What a person sees, in its order. */
  List<FieldSection> sections();

  /** Every field of the spec, in its order: those that decide over others first. */
  List<Field> all();

  /**
   * Choices that decide which fields count and are no fields of the spec themselves, such as
   * whether temperatures are a list or a range.
   */
  default List<Field> choices() {
    return List.of();
  }

  /** Sets the choices as a spec has them, before its fields are filled. */
  default void choose(JsonNode spec) {}

  /** Says what follows from the fields: {@code spec} where they are valid. */
  default void showConsequences(ObjectNode json, Optional<ExperimentSpec> spec) {}
}
