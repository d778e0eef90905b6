package org.shiftscope.server.rest;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.server.problem.ProblemType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters that stand in the paths of routes, {@code {id}}: what each means, wherever. */
final class PathParameters {

  private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");

  private static final Map<String, Supplier<ObjectNode>> KNOWN =
      Map.of(
          "name", () -> described(Schemas.text(), "The account's name"),
          "figure", () -> described(Schemas.text(), "The figure's id"),
          "device", () -> described(Schemas.text(), "The device's short name: cpu, gpu0"),
          "table", () -> described(Schemas.text(), "The table's name"),
          "id", () -> described(Schemas.text(), "The id of what the address is of"),
          "number",
              () -> described(Schemas.integer().put("minimum", 0), "The trial's number, from 0"),
          "point",
              () -> described(Schemas.oneOf(NamedPoint.values()), "A point that the trial came to"),
          "problem", () -> described(Schemas.oneOf(ProblemType.values()), "A kind of problem"),
          "file", () -> described(Schemas.text(), "The file's name"));

  private PathParameters() {}

  /**
   * Those of a path.
   *
   * @throws IllegalStateException for one that is not described here
   */
  static ArrayNode of(String path) {
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    NAME.matcher(path)
        .results()
        .map(found -> parameter(path, found.group(1)))
        .forEach(parameters::add);
    return parameters;
  }

  private static ObjectNode parameter(String path, String name) {
    Supplier<ObjectNode> known = KNOWN.get(name);
    if (known == null) {
      throw new IllegalStateException(
          "The parameter {"
              + name
              + "} of "
              + path
              + " has no description: add it to PathParameters.");
    }
    ObjectNode parameter = known.get();
    return parameter.put("name", name).put("in", "path").put("required", true);
  }

  private static ObjectNode described(ObjectNode schema, String description) {
    ObjectNode parameter = JsonNodeFactory.instance.objectNode().put("description", description);
    parameter.set("schema", schema);
    return parameter;
  }
}
