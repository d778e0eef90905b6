package org.shiftscope.compute.formula;

/** A text that does not follow the grammar, and the part of it that does not fit. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 20;

  /** {@code why}: a phrase, such as "a value is expected here". */
  Unreadable(String why, Token part) {
    this(why, part.text(), part.position());
  }

  Unreadable(String why, String part, int position) {
    super(
        why
            + " (\""
            + (part.length() > MOST_SHOWN ? part.substring(0, MOST_SHOWN) + "…" : part)
            + "\" at character "
            + position
            + ")");
  }
}
