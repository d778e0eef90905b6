package org.shiftscope.server.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of pictures, which comes along, so that they look alike on every machine: DejaVu Sans,
 * which has all symbols that figures use.
 */
public final class PictureFont {

  /** Its name in pictures, before those of fonts of like widths where they are looked at. */
  public static final String FAMILY = "DejaVu Sans";

  /** As CSS writes it; in single quotes, since an SVG's style attributes stand in double ones. */
  static final String CSS = "'" + FAMILY + "', Verdana, sans-serif";

  private static final String FOLDER = "/META-INF/drawing/";

  private final Face regular;
  private final Face bold;

  private PictureFont(Face regular, Face bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /** One of its files. */
  public enum Weight {
    REGULAR("DejaVuSans.ttf"),
    BOLD("DejaVuSans-Bold.ttf");

    private final String file;

    Weight(String file) {
      this.file = file;
    }

    /** Its TrueType file. */
    public InputStream open() throws IOException {
      InputStream in = PictureFont.class.getResourceAsStream(FOLDER + file);
      if (in == null) {
        throw new IOException("This build has no " + file);
      }
      return in;
    }

    /** All of them. */
    static List<Weight> all() {
      return List.of(values());
    }
  }

  static PictureFont load() {
    return new PictureFont(Face.of(Weight.REGULAR), Face.of(Weight.BOLD));
  }

  /** The width of a text, in the unit of {@code size}. */
  double width(String text, boolean isBold, double size) {
    return (isBold ? bold : regular).width(text) * size;
  }

  /** Widths in units of the size. */
  private record Face(TrueTypeFont font, CmapLookup glyphs, double unit) {

    static Face of(Weight weight) {
      try (InputStream in = weight.open()) {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
        return new Face(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What it has not is a square: by the width of one, 国, ECharts tells the height of lines. */
    double width(String text) {
      double units = 0;
      for (int point : text.codePoints().toArray()) {
        int glyph = glyphs.getGlyphId(point);
        units += glyph == 0 ? unit : advance(glyph);
      }
      return units / unit;
    }

    private int advance(int glyph) {
      try {
        return font.getAdvanceWidth(glyph);
      } catch (IOException damaged) {
        throw new UncheckedIOException(damaged);
      }
    }
  }
}
