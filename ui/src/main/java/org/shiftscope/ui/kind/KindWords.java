package org.shiftscope.ui.kind;

/**
 * What pages say of an experiment of one kind.
 *
 * @param title the kind's name
 * @param explanation what the kind does, in a sentence
 * @param summary what sets this experiment apart: "UCI digits · mlp 32 · 4 temperatures × 3 seeds"
 */
public record KindWords(String title, String explanation, String summary) {

  /** The kind, and what sets the experiment apart. */
  public String line() {
    return title + " · " + summary;
  }
}
