package org.shiftscope.ui.launch;

/** The title, which every kind has. */
final class TitleField {

  private TitleField() {}

  static Field title() {
    return NewField.text("title", "Title", "A name for the lists; it changes no number.", "");
  }
}
