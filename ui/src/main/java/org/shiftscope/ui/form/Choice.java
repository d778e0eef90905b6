package org.shiftscope.ui.form;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A choice that decides which fields count and is no field of the spec itself, such as whether
 * temperatures are a list or a range.
 *
 * @param field what a person sees
 * @param told the choice as a spec's JSON has it
 */
public record Choice(Field field, Function<JsonNode, String> told) {

  void takeFrom(JsonNode spec) {
    field.value().setValue(told.apply(spec));
  }
}
