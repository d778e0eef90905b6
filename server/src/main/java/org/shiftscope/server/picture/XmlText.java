package org.shiftscope.server.picture;

/**
 * Texts as XML can hold them: it has no control characters but tabs and ends of lines, no halves of
 * characters, and not the last two of the first 65,536. No reader takes a document that has one.
 */
public final class XmlText {

  private XmlText() {}

  /** A document without what cannot stand in one. */
  public static String of(String document) {
    return document.codePoints().allMatch(XmlText::isXml)
        ? document
        : document
            .codePoints()
            .filter(XmlText::isXml)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isXml(int point) {
    if (point < ' ') {
      return point == '\t' || point == '\n' || point == '\r';
    }
    return Character.getType(point) != Character.SURROGATE && point != 0xFFFE && point != 0xFFFF;
  }
}
