package org.shiftscope.ui.form;

/** The title, which every kind has. */
public final class TitleField {

  private TitleField() {}

  public static Field title() {
    return NewField.text("title", "Title", "A name for the lists; it changes no number.", "");
  }
}
