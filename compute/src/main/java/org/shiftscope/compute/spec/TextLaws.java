package org.shiftscope.compute.spec;

import java.util.List;

/** The laws of texts that a person gives to what is kept, beside those in a spec. */
public final class TextLaws {

  private TextLaws() {}

  /** What is wrong with the title of an experiment, stripped: the law of every spec's title. */
  public static List<Problem> title(String title) {
    return new Problems().title(title).told();
  }

  /** What is wrong with one line of text, stripped, of 1 to so many characters. */
  public static List<Problem> line(String field, String text, int most) {
    return new Problems()
        .require(
            !text.isEmpty() && text.length() <= most,
            field,
            "must have 1 to " + most + " characters",
            text)
        .visible(field, text)
        .told();
  }

  /** What is wrong with a text of lines and tabs, of at most so many characters. */
  public static List<Problem> text(String field, String text, int most) {
    return new Problems()
        .require(
            text.length() <= most,
            field,
            "must have at most " + most + " characters",
            text.length() + " of them")
        .visible(field, text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '))
        .told();
  }
}
