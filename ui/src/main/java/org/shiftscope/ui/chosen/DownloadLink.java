package org.shiftscope.ui.chosen;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Supplier;
import org.shiftscope.compute.export.Table;
import org.shiftscope.compute.export.TableFormat;

/** What a page tells of experiments together, as files. */
public final class DownloadLink {

  private DownloadLink() {}

  /**
   * A table as CSV, made when it is asked for.
   *
   * @param file its name, with its ending
   */
  public static Anchor csv(String title, String file, Supplier<Table> table) {
    return table(title, file, TableFormat.CSV, table);
  }

  /** The same as Parquet. */
  public static Anchor parquet(String title, String file, Supplier<Table> table) {
    return table(title, file, TableFormat.PARQUET, table);
  }

  private static Anchor table(
      String title, String file, TableFormat format, Supplier<Table> table) {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  byte[] bytes = format.write(table.get());
                  return new DownloadResponse(
                      new ByteArrayInputStream(bytes), file, format.contentType(), bytes.length);
                }),
            title);
    link.setId(file.replace('.', '-'));
    return styled(link);
  }

  /**
   * What REST answers.
   *
   * @param route of the answer below api/, which is the name of the file too
   * @param experiments the ids that it is asked for
   */
  public static Anchor json(String title, String route, List<String> experiments) {
    var link = new Anchor("api/" + route + "?experiments=" + String.join(",", experiments));
    link.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span(title));
    link.getElement().setAttribute("download", route + ".json");
    return styled(link);
  }

  private static Anchor styled(Anchor link) {
    link.addClassName("button-link");
    link.setRouterIgnore(true);
    return link;
  }
}
