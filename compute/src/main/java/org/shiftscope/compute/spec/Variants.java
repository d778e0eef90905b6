package org.shiftscope.compute.spec;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The records that a sealed type permits, found through the sealed types below it, in the order of
 * its {@code permits} clause.
 *
 * @param records each once
 */
public record Variants(List<Class<? extends Record>> records) {

  /** Those of a sealed type. */
  public static Variants of(Class<?> sealed) {
    return new Variants(below(sealed).distinct().toList());
  }

  /** The declared id of a record. */
  public static String idOf(Class<?> record) {
    return declared(record).value();
  }

  /** The version in which a record is written, the newest that is read. */
  public static int versionOf(Class<?> record) {
    return declared(record).version();
  }

  private static Id declared(Class<?> record) {
    Id id = record.getAnnotation(Id.class);
    if (id == null) {
      throw new IllegalArgumentException(record + " has no @Id");
    }
    return id;
  }

  /** The ids of all. */
  public List<String> ids() {
    return records.stream().map(Variants::idOf).toList();
  }

  /** The record of an id. */
  public Optional<Class<? extends Record>> byId(String id) {
    return first(record -> idOf(record).equals(id));
  }

  Optional<Class<? extends Record>> first(Predicate<Class<? extends Record>> which) {
    return records.stream().filter(which).findFirst();
  }

  /** The fields that all of them have, by name and type: they are read whichever it is. */
  List<RecordForm.Component> shared() {
    return RecordForm.of(records.getFirst()).components().stream()
        .filter(field -> records.stream().allMatch(record -> has(record, field)))
        .toList();
  }

  private static boolean has(Class<? extends Record> record, RecordForm.Component field) {
    Type type = field.type();
    return RecordForm.of(record).components().stream()
        .anyMatch(other -> other.name().equals(field.name()) && other.type().equals(type));
  }

  private static Stream<Class<? extends Record>> below(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type.asSubclass(Record.class))
        : Stream.of(type.getPermittedSubclasses()).flatMap(Variants::below);
  }
}
