package org.shiftscope.compute.formula;

/**
 * A part of a formula's text.
 *
 * @param text as it was typed; of a quoted text, what is inside
 * @param position that of its first character, from 1
 */
record Token(Kind kind, String text, int position) {

  /** What a part is. */
  enum Kind {
    NUMBER,
    NAME,
    /** A name that a bracket follows. */
    FUNCTION,
    /** + or − before a value. */
    SIGN,
    /** Between two values. */
    OPERATOR,
    OPEN,
    CLOSE,
    COMMA,
    /** In quotes, which is never right. */
    QUOTED
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
