package org.shiftscope.server.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;

/** Paints an SVG that {@link ChartScript} drew. */
final class RenderPng extends ImageTranscoder {

  static {
    for (PictureFont.Weight weight : PictureFont.Weight.all()) {
      register(weight);
    }
  }

  private RenderPng(int width) {
    addTranscodingHint(KEY_WIDTH, (float) width);
    addTranscodingHint(KEY_BACKGROUND_COLOR, Color.WHITE);
    addTranscodingHint(KEY_ALLOW_EXTERNAL_RESOURCES, false);
    addTranscodingHint(KEY_ALLOWED_SCRIPT_TYPES, "");
  }

  /** The bytes of a PNG of so many pixels' width. */
  static byte[] of(String svg, int width) {
    var png = new ByteArrayOutputStream();
    try {
      new RenderPng(width)
          .transcode(
              new TranscoderInput(new StringReader(SvgForBatik.of(svg))),
              new TranscoderOutput(png));
    } catch (TranscoderException e) {
      throw new IllegalStateException("A figure was not painted", e);
    }
    return png.toByteArray();
  }

  private static void register(PictureFont.Weight weight) {
    try (InputStream in = weight.open()) {
      Font font = Font.createFont(Font.TRUETYPE_FONT, in);
      GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
    } catch (FontFormatException damaged) {
      throw new IllegalStateException(damaged);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public BufferedImage createImage(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  @Override
  public void writeImage(BufferedImage image, TranscoderOutput output) throws TranscoderException {
    try {
      ImageIO.write(image, "png", output.getOutputStream());
    } catch (IOException e) {
      throw new TranscoderException(e);
    }
  }
}
