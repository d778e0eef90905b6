package org.shiftscope.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.TextLaws;

/**
 * What a person wrote of an experiment.
 *
 * @param version counted from 1; 0 of the empty one that is there before anybody wrote
 * @param text Markdown, at most {@value #LONGEST} characters
 * @param at when it was written
 */
public record Note(int version, String text, Optional<Instant> at) {

  /** Characters. */
  public static final int LONGEST = 50_000;

  /** Before anybody wrote. */
  static final Note NONE = new Note(0, "", Optional.empty());

  /**
   * One of the versions that are kept, without its text.
   *
   * @param version from 1
   * @param characters how long it is
   * @param at when it was written
   */
  public record Version(int version, int characters, Instant at) {}

  /**
   * The text as it is kept: its lines end with a line feed.
   *
   * @throws InvalidSpec where it is too long or has characters that cannot be seen
   */
  static String checked(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    List<Problem> problems = TextLaws.text("text", lines, LONGEST);
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return lines;
  }
}
