package org.shiftscope.compute.golden;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field and every element of a spec, removed and replaced by values of the wrong kind. */
final class BreakFields {

  private static final List<JsonNode> VALUES =
      Stream.of("\"oops\"", "-1", "0", "1.5", "2000000000", "[]")
          .map(new JsonMapper()::readTree)
          .toList();

  private BreakFields() {}

  static Stream<BrokenSpec> of(String base) {
    return fields(JsonPointer.empty(), BrokenSpec.spec(base))
        .flatMap(
            at ->
                Stream.concat(
                    Stream.of(BrokenSpec.remove(base, at)),
                    VALUES.stream().map(value -> BrokenSpec.put(base, at, value))));
  }

  private static Stream<JsonPointer> fields(JsonPointer at, JsonNode node) {
    return node.isArray()
        ? IntStream.range(0, node.size())
            .boxed()
            .flatMap(i -> withChildren(at.appendIndex(i), node.get(i)))
        : node.propertyStream()
            .flatMap(field -> withChildren(at.appendProperty(field.getKey()), field.getValue()));
  }

  private static Stream<JsonPointer> withChildren(JsonPointer at, JsonNode node) {
    return Stream.concat(Stream.of(at), fields(at, node));
  }
}
