package org.shiftscope.server.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shiftscope.compute.spec.Problem;
import tools.jackson.databind.JsonNode;

/** Refuses what a body must not hold: anything but an object, and fields that are not known. */
final class OnlyFields {

  private OnlyFields() {}

  /** Adds a problem for each field of a body that is none of those known. */
  static void of(JsonNode json, Set<String> known, List<Problem> problems) {
    String names = String.join(", ", new TreeSet<>(known));
    if (!json.isObject()) {
      problems.add(new Problem("body", "must be a JSON object with any of " + names, ""));
    }
    json.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                problems.add(new Problem(name, "is not known here; the fields are " + names, "")));
  }
}
