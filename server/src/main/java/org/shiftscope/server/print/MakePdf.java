package org.shiftscope.server.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.apache.xmlgraphics.util.MimeConstants;
import org.shiftscope.server.picture.PictureFont;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Sets a document of XSL formatting objects as a PDF, tagged, with the font of pictures in it. */
final class MakePdf {

  private static final URI NOWHERE = URI.create("file:/nowhere/");

  private MakePdf() {}

  /** What is set, and what stands in the file's properties. */
  record Document(String objects, String title) {}

  static byte[] of(Document document) {
    var pdf = new ByteArrayOutputStream();
    try {
      FopFactory factory = OnceLoaded.FACTORY;
      FOUserAgent agent = factory.newFOUserAgent();
      agent.setTitle(document.title());
      agent.setCreator("Shiftscope");
      SAXParserFactory.newDefaultNSInstance()
          .newSAXParser()
          .parse(
              new InputSource(new StringReader(document.objects())),
              factory.newFop(MimeConstants.MIME_PDF, agent, pdf).getDefaultHandler());
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw new IllegalStateException("A PDF was not made", e);
    }
    return pdf.toByteArray();
  }

  /** Reads the fonts once. */
  private static final class OnceLoaded {

    static final FopFactory FACTORY = factory();

    private static FopFactory factory() {
      try {
        return new FopConfParser(
                new ByteArrayInputStream(settings().getBytes(StandardCharsets.UTF_8)),
                NOWHERE,
                new FontsAlone())
            .getFopFactoryBuilder()
            .build();
      } catch (SAXException | IOException e) {
        throw new IllegalStateException("FOP did not start", e);
      }
    }
  }

  private static String settings() {
    return """
        <fop version="1.0"><accessibility>true</accessibility>
        <renderers><renderer mime="application/pdf"><fonts>%s%s</fonts></renderer></renderers></fop>
        """
        .formatted(
            font(PictureFont.Weight.REGULAR, "normal"), font(PictureFont.Weight.BOLD, "bold"));
  }

  private static String font(PictureFont.Weight weight, String name) {
    return """
        <font embed-url="%s" kerning="yes"><font-triplet name="%s" style="normal" weight="%s"/></font>
        """
        .formatted(weight, PictureFont.FAMILY, name);
  }

  /** A document can load nothing else. */
  private static final class FontsAlone implements ResourceResolver {

    @Override
    public Resource getResource(URI uri) throws IOException {
      for (PictureFont.Weight weight : PictureFont.Weight.values()) {
        if (uri.equals(NOWHERE.resolve(weight.name()))) {
          return new Resource(weight.open());
        }
      }
      throw new FileNotFoundException(uri.toString());
    }

    @Override
    public OutputStream getOutputStream(URI uri) throws IOException {
      throw new IOException("Nothing is written to " + uri);
    }
  }
}
