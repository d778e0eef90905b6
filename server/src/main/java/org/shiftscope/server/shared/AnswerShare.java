package org.shiftscope.server.shared;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.shiftscope.server.picture.DrawPicture;
import org.shiftscope.server.print.PrintShares;
import org.shiftscope.server.print.PrintedShare;
import org.shiftscope.storage.OpenedShare;
import org.shiftscope.storage.ShareToken;
import org.shiftscope.storage.Shares;
import org.shiftscope.ui.sharedview.PackShare;
import org.shiftscope.ui.sharedview.PageFacts;
import org.shiftscope.ui.sharedview.PageFacts.Addresses;
import org.shiftscope.ui.sharedview.SharedCsv;
import org.shiftscope.ui.sharedview.SharedView;
import org.shiftscope.ui.sharedview.SharedViewJson;
import org.shiftscope.ui.sharedview.WriteSharedPage;

/**
 * Answers with what a share holds, in each of its forms: the same for who has its link and for who
 * sees it in the list. Each returns whether there was something to answer with.
 *
 * @param shares where views are kept
 * @param print makes PDFs of them
 */
public record AnswerShare(Shares shares, PrintShares print) {

  /** How long a reader waits while others' PDFs are made. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final SharedAssets ASSETS = SharedAssets.load();

  private static final String SELF =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors ";

  /** What a page of a share may load: its own files, and nothing by connecting. */
  static final String ALONE = SELF + "'none'";

  /** The same of a page that others may show inside theirs. */
  static final String EMBEDDED = SELF + "*";

  /** Where a page of a share in the list finds the files of shared pages. */
  private static final String FROM_THE_LIST = "../../../s/";

  static Addresses addresses(String up, String own, String json, String whole) {
    return ASSETS.from(up, own, json, whole);
  }

  /** The page for who sees it in the list: {@code /api/shares/{id}/page}. */
  public boolean listed(Context request, OpenedShare opened) {
    request.header("Content-Security-Policy", ALONE);
    return page(request, opened, addresses(FROM_THE_LIST, "", "view", "page"));
  }

  /** The whole page. */
  boolean page(Context request, OpenedShare opened, Addresses addresses) {
    Optional<SharedView> view = view(opened);
    view.ifPresent(shown -> html(request, WriteSharedPage.whole(facts(shown, opened, addresses))));
    return view.isPresent();
  }

  /** All of it, or the figure {@code ?figure=}, to be shown inside another page. */
  boolean embedded(Context request, OpenedShare opened, Addresses addresses) {
    String figure = request.queryParam("figure");
    Optional<String> page =
        view(opened)
            .map(shown -> facts(shown, opened, addresses))
            .flatMap(
                facts ->
                    figure == null
                        ? Optional.of(WriteSharedPage.embedded(facts))
                        : WriteSharedPage.embedded(facts, figure));
    page.ifPresent(html -> html(request, html));
    return page.isPresent();
  }

  /** The document as it is stored, under its format and version. */
  public boolean json(Context request, OpenedShare opened) {
    Optional<byte[]> packed = shares.view(opened.id());
    if (packed.isEmpty()) {
      return false;
    }
    request.contentType("application/json; charset=utf-8");
    try {
      PackShare.view(opened.format(), opened.version(), packed.get(), request.outputStream());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return true;
  }

  /** The bytes that the SHA-256 is of, written as they are read. */
  public boolean data(Context request, OpenedShare opened) {
    Optional<byte[]> view = shares.view(opened.id());
    Optional<InputStream> data = shares.data(opened.id());
    if (view.isEmpty() || data.isEmpty()) {
      return false;
    }
    attach(request, "application/json; charset=utf-8", "shiftscope-view.json");
    try {
      PackShare.download(
          opened.format(), opened.version(), view.get(), data.get(), request.outputStream());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return true;
  }

  /** The table {@code ?table=}, whole. */
  public boolean csv(Context request, OpenedShare opened) {
    String id = request.queryParam("table");
    Optional<String> csv =
        view(opened).stream()
            .flatMap(view -> view.tables().stream())
            .filter(table -> table.id().equals(id))
            .findFirst()
            .map(SharedCsv::of);
    csv.ifPresent(
        text -> {
          attach(request, "text/csv; charset=utf-8", "shiftscope-" + id + ".csv");
          request.result(text.getBytes(StandardCharsets.UTF_8));
        });
    return csv.isPresent();
  }

  /** The PDF for who sees it in the list: {@code /api/shares/{id}/pdf}. */
  public boolean listedPdf(Context request, OpenedShare opened) {
    String own = server(request) + "/api/shares/" + opened.id() + "/";
    return pdf(request, opened, own + "page", own);
  }

  /** The PDF for who has the link, whose token was read and not what the address had for it. */
  boolean pdf(Context request, OpenedShare opened, ShareToken token) {
    String page = server(request) + "/s/" + token.value();
    return pdf(request, opened, page, page + "/");
  }

  /** The view as a PDF, whose links are whole: a file has no address of its own. */
  private boolean pdf(Context request, OpenedShare opened, String page, String own) {
    if (!DrawPicture.isPossible()) {
      return false;
    }
    Optional<SharedView> view = view(opened);
    view.ifPresent(
        shown -> {
          attach(request, "application/pdf", "shiftscope-view.pdf");
          if (request.method() != HandlerType.HEAD) { // who wants no body has none made
            request.result(
                print.of(
                    new PrintedShare(shown, opened.sha256(), opened.expires(), page, own),
                    PATIENCE));
          }
        });
    return view.isPresent();
  }

  /** Of what was asked, the name alone, which is one of the server's own. */
  private static String server(Context request) {
    String scheme = request.req().isSecure() ? "https" : "http";
    String host = String.valueOf(request.header("Host")).toLowerCase(Locale.ROOT);
    return scheme + "://" + host + request.contextPath();
  }

  private Optional<SharedView> view(OpenedShare opened) {
    return shares
        .view(opened.id())
        .map(AnswerShare::unpack)
        .flatMap(json -> SharedViewJson.read(opened.format(), opened.version(), json));
  }

  private static PageFacts facts(SharedView view, OpenedShare opened, Addresses addresses) {
    return new PageFacts(view, opened.sha256(), opened.expires(), addresses);
  }

  private static void html(Context request, String html) {
    request.contentType("text/html; charset=utf-8").result(html.getBytes(StandardCharsets.UTF_8));
  }

  private static void attach(Context request, String type, String file) {
    request
        .contentType(type)
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"");
  }

  private static byte[] unpack(byte[] packed) {
    try {
      return PackShare.unpack(packed);
    } catch (IOException damaged) {
      throw new UncheckedIOException("A shared view in the database is damaged.", damaged);
    }
  }
}
