package org.shiftscope.ui.claims;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shiftscope.compute.result.JudgedClaims;

/** The verdicts as files. */
final class DownloadClaims {

  private DownloadClaims() {}

  static Anchor csv(JudgedClaims claims) {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  byte[] bytes = ClaimsCsv.of(claims).getBytes(StandardCharsets.UTF_8);
                  return new DownloadResponse(
                      new ByteArrayInputStream(bytes), "claims.csv", "text/csv", bytes.length);
                }),
            "Evidence (CSV)");
    link.setId("claims-csv");
    return styled(link);
  }

  /** What REST answers. */
  static Anchor json(List<String> experiments) {
    var link = new Anchor("api/claims?experiments=" + String.join(",", experiments));
    link.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span("Claims (JSON)"));
    link.getElement().setAttribute("download", "claims.json");
    return styled(link);
  }

  private static Anchor styled(Anchor link) {
    link.addClassName("button-link");
    link.setRouterIgnore(true);
    return link;
  }
}
