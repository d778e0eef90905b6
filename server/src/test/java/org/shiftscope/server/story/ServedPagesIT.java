package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;

/** How pages and their files are answered, before any script runs. */
@Timeout(60)
class ServedPagesIT {

  @TempDir private Path data;

  private RunningServer server;
  private Lab lab;

  @BeforeEach
  void open() {
    server = InProcess.start(data);
    lab = new Lab(server.address());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void addressesOfNothingAnswer404AndThoseOfPages200() {
    String experiment = lab.submit(Lab.longSweep());
    for (String page :
        new String[] {"/", "/new", "/learn", "/claims", "/comparison", experiment.substring(4)}) {
      assertThat(lab.get(page).status()).as(page).isEqualTo(200);
    }
    for (String nothing :
        new String[] {"/no-such-page", "/experiments/aaaaaaaaaaaa", "/experiments/x", "/new/x"}) {
      assertThat(lab.get(nothing).status()).as(nothing).isEqualTo(404);
    }
    assertThat(lab.get("/no-such-page").body()).contains("<html");
  }

  @Test
  void noScriptStandsInAPageButThoseWithItsOwnNonce() {
    Lab.Answer page = lab.get("/");
    String policy = page.header("Content-Security-Policy");
    Matcher nonce = Pattern.compile("'nonce-([\\w+/=]{24})'").matcher(policy);
    assertThat(nonce.find()).isTrue();
    assertThat(policy)
        .contains("default-src 'none'", "object-src 'none'", "connect-src 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'")
        .doesNotContainPattern("script-src[^;]*unsafe-inline");
    assertThat(page.body()).contains("nonce=\"" + nonce.group(1) + "\"");
    assertThat(Pattern.compile("<script(?![^>]*nonce=)").matcher(page.body()).find()).isFalse();
    assertThat(lab.get("/").header("Content-Security-Policy")).isNotEqualTo(policy);
  }

  @Test
  void textIsCompressedAndEventsAreNot() throws Exception {
    for (String text : new String[] {"/", "/shiftscope/shiftscope.css", "/api/presets"}) {
      assertThat(lab.get(text, "Accept-Encoding", "gzip").header("Content-Encoding"))
          .as(text)
          .isEqualTo("gzip");
      assertThat(lab.get(text).header("Content-Encoding")).as(text).isEmpty();
    }
    String events = lab.submit(Lab.longSweep()) + "/events";
    HttpRequest asked =
        HttpRequest.newBuilder(server.address().resolve(events))
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient().send(asked, BodyHandlers.ofInputStream());
    try (InputStream body = stream.body()) {
      assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(new String(body.readNBytes(4))).isEqualTo("retr");
    }
  }

  @Test
  void filesWithAHashInTheirNameAreKeptForGoodAndOthersAreNot() {
    Matcher script = Pattern.compile("VAADIN/build/[\\w.-]+\\.js").matcher(lab.get("/").body());
    assertThat(script.find()).isTrue();
    assertThat(lab.get("/" + script.group()).header("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(lab.get("/shiftscope/icon.svg").header("Cache-Control")).doesNotContain("immutable");
  }
}
