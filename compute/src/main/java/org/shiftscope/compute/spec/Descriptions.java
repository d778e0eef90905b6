package org.shiftscope.compute.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What records and their components mean, as their Javadoc says: the build takes it out of the
 * sources, so that it is written once.
 */
public final class Descriptions {

  private static final JsonNode TEXTS = read();

  private Descriptions() {}

  /** What a type means. */
  public static Optional<String> of(Class<?> type) {
    return find(type.getName());
  }

  /** What a component of a record means, as the record says, or an interface that it implements. */
  public static Optional<String> of(Class<?> record, String component) {
    return lineage(record)
        .map(type -> find(type.getName() + "#" + component))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<Class<?>> lineage(Class<?> type) {
    return Stream.concat(
        Stream.of(type), Stream.of(type.getInterfaces()).flatMap(Descriptions::lineage));
  }

  private static Optional<String> find(String key) {
    return Optional.ofNullable(TEXTS.get(key)).map(JsonNode::asString);
  }

  private static JsonNode read() {
    try (InputStream in = Descriptions.class.getResourceAsStream("descriptions.json")) {
      return in == null
          ? JsonMapper.shared().createObjectNode() // an IDE that runs without the build
          : JsonMapper.shared().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
