package org.shiftscope.storage;

import java.util.Optional;

/**
 * What is stored of a spec or a result, as today's version reads it. Laws are checked when a spec
 * is submitted; what was stored before is never judged again, and where it cannot be read, that is
 * said in its place and takes nothing else down.
 *
 * @param <T> what the document holds
 */
public sealed interface Document<T> {

  /** What it holds; empty where it cannot be read. */
  Optional<T> content();

  /**
   * A document that was read.
   *
   * @param value what it holds
   */
  record Readable<T>(T value) implements Document<T> {
    @Override
    public Optional<T> content() {
      return Optional.of(value);
    }
  }

  /**
   * A document that this version cannot read.
   *
   * @param format the declared id of its format: a kind of experiment, or a type of result
   * @param version the version of the format in which it was written
   * @param sentence why, and what to do
   * @param json its text as it is stored
   */
  record Unreadable<T>(String format, int version, String sentence, String json)
      implements Document<T> {
    @Override
    public Optional<T> content() {
      return Optional.empty();
    }
  }
}
