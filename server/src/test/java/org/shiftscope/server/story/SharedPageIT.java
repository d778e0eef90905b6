package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.story.Lab.Answer;
import tools.jackson.databind.JsonNode;

/** What whoever has a link can do by HTTP: read what was shared, and nothing else. */
@Timeout(120)
class SharedPageIT {

  private static final LaterClock CLOCK = new LaterClock();
  private static RunningServer server;
  private static Lab lab;
  private static String experiment;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = InProcess.start(data, CLOCK);
    lab = new Lab(server.address());
    experiment = lab.submit(Lab.smallSweep(3));
    lab.untilEnd(experiment);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static JsonNode share(String more) {
    return share(experiment, more);
  }

  private static JsonNode share(String path, String more) {
    Answer answer =
        lab.post("/api/shares", "{\"experiments\": [\"" + id(path) + "\"]" + more + "}");
    assertThat(answer.status()).describedAs(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private static String link(JsonNode share) {
    return share.get("link").asString();
  }

  @Test
  void aLinkShowsThePageWithoutSessionOrCookieAndTellsNobodyOfIt() {
    Answer page = lab.get(link(share(", \"note\": \"Mind the slope\"")));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("A small sweep", "Mind the slope", "<table>", "noindex");
    HttpHeaders headers = page.response().headers();
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    assertThat(page.header("X-Robots-Tag")).contains("noindex");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
    assertThat(page.body()).doesNotContain(" style=", "<style", "javascript:", "http://", "//cdn");
  }

  @Test
  void theEmbeddedPageAloneMayStandInsideOthers() {
    String link = link(share(""));
    Answer whole = lab.get(link + "/embed");
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Content-Security-Policy"))
        .contains("frame-ancestors *")
        .doesNotContain("unsafe");
    assertThat(whole.header("X-Frame-Options")).isEmpty();
    Answer one = lab.get(link + "/embed?figure=losses");
    assertThat(one.body()).contains("figure-losses").doesNotContain("figure-eq3");
    assertThat(lab.get(link + "/embed?figure=nosuch").status()).isEqualTo(404);
  }

  @Test
  void theHashOnThePageIsThatOfTheDownload() throws Exception {
    JsonNode share = share("");
    Answer file = lab.get(link(share) + "/data");
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(file.body().getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().formatHex(hash);
    assertThat(share.get("sha256").asString()).isEqualTo(hex);
    assertThat(lab.get(link(share)).body()).contains(hex);
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    assertThat(file.json().at("/data/experiments/0/trials").size()).isEqualTo(6);
    JsonNode view = lab.get(link(share) + ".json").json();
    assertThat(view.get("format").asString()).isEqualTo("shared-view");
    assertThat(view.get("view")).isEqualTo(file.json().get("view"));
  }

  @Test
  void aTableComesAsCsv() {
    Answer csv = lab.get(link(share("")) + "/csv?table=trials-table");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.body().lines()).hasSize(7).first().asString().startsWith("\"trial\",");
    assertThat(lab.get(link(share("")) + "/csv?table=nosuch").status()).isEqualTo(404);
  }

  @Test
  void theViewComesAsAPdfWithItsTextItsFiguresAndItsLinks() throws Exception {
    JsonNode share =
        share(
            """
            , "note": "Mind the **slope** ([a page](https://example.org/a), not [that](javascript:alert(1)))\\n\\n\
            1. a list\\n\\n| a | b |\\n|---|---|\\n| x < y | `z` |\\n\\n<b>plain</b>"
            """);
    String link = link(share);
    int figures = lab.get(link + ".json").json().findValues("option").size();

    byte[] made = lab.bytes(link + "/pdf");
    try (PDDocument pdf = Loader.loadPDF(made)) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .contains("A small sweep", "Mind the slope", share.get("sha256").asString())
          .contains("1. a list", "x < y z", "<b>plain</b>", "not that")
          .contains("1 of " + pdf.getNumberOfPages());
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("A small sweep");
      assertThat(drawn(pdf.getDocumentCatalog().getStructureTreeRoot())).isEqualTo(figures);
      assertThat(addresses(pdf))
          .contains(server.address() + link, server.address() + link + "/data")
          .contains("https://example.org/a")
          .noneMatch(address -> address.startsWith("javascript"))
          .contains(server.address() + link + "/csv?table=trials-table");
    }
    byte[] ofTheList = lab.bytes("/api/shares/" + share.get("id").asString() + "/pdf");
    assertThat(ofTheList).startsWith('%', 'P', 'D', 'F');
    assertThat(lab.get("/s/" + "a".repeat(26) + "/pdf").status()).isEqualTo(404);

    String first = "%%%02x".formatted((int) id(link).charAt(0));
    assertThat(lab.bytes("/s/" + first + id(link).substring(1) + "/pdf"))
        .describedAs("the same, which says when it was made")
        .isEqualTo(made);
    assertThat(lab.get(link + "/%70df").status()).isEqualTo(404);
    assertThat(lab.head(link + "/pdf").status()).isEqualTo(200);
    assertThat(lab.head(link + "/pdf").header("Content-Type")).isEqualTo("application/pdf");
  }

  private static long drawn(PDStructureNode node) {
    return node.getKids().stream()
        .filter(PDStructureElement.class::isInstance)
        .map(PDStructureElement.class::cast)
        .mapToLong(each -> each.getStructureType().equals("Figure") ? 1 : drawn(each))
        .sum();
  }

  private static Set<String> addresses(PDDocument pdf) throws IOException {
    Set<String> addresses = new TreeSet<>();
    for (PDPage page : pdf.getPages()) {
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (annotation instanceof PDAnnotationLink linked
            && linked.getAction() instanceof PDActionURI to) {
          addresses.add(to.getURI());
        }
      }
    }
    return addresses;
  }

  @Test
  void headAnswersAsGetDoesButForTheBody() {
    String link = link(share(""));
    assertThat(lab.head(link).status()).isEqualTo(200);
    assertThat(lab.head(link).body()).isEmpty();
    assertThat(lab.head(link).header("Content-Type")).startsWith("text/html");
    assertThat(lab.head("/s/" + "a".repeat(26)).status()).isEqualTo(404);
  }

  @Test
  void pagesAreCompressedAndTheirFilesKeptForEver() {
    Answer page = lab.get(link(share("")), "Accept-Encoding", "gzip");
    assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
    Answer icon = lab.get("/s/assets/icon.svg");
    assertThat(icon.status()).isEqualTo(200);
    assertThat(icon.header("Cache-Control")).contains("immutable");
    for (String name : List.of("names.properties", "..%2Fnames.properties", "nosuch.js")) {
      assertThat(lab.get("/s/assets/" + name).status()).describedAs(name).isIn(400, 404);
    }
  }

  @Test
  void unknownExpiredRevokedAndWithheldLinksSayTheSame() {
    String unknown = "/s/" + "b".repeat(26);
    JsonNode revoked = share("");
    lab.delete("/api/shares/" + revoked.get("id").asString());
    String other = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(other);
    JsonNode withheld = share(other, "");
    JsonNode kept = share(other, ", \"kept\": true");
    assertThat(lab.get(link(withheld)).status()).isEqualTo(200);
    lab.delete(other);
    JsonNode expired = share(", \"expiresInDays\": 1");
    CLOCK.forward(Duration.ofDays(1));

    Answer first = lab.get(unknown);
    assertThat(first.status()).isEqualTo(404);
    assertThat(first.body()).contains("Nothing is shared here", "The link may be mistyped");
    for (String link : List.of(link(revoked), link(withheld), link(expired), "/s/x")) {
      Answer answer = lab.get(link);
      assertThat(answer.status()).describedAs(link).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(first.body());
      assertThat(headers(answer)).isEqualTo(headers(first));
      for (String part : List.of(".json", "/data", "/csv?table=trials-table", "/embed")) {
        assertThat(lab.get(link + part).status()).describedAs(link + part).isEqualTo(404);
      }
    }
    assertThat(lab.get("/s/").body()).isEqualTo(first.body());
    assertThat(lab.get(link(kept)).status()).isEqualTo(200);
    assertThat(lab.post(other + "/purge", "").status()).isEqualTo(204);
    assertThat(lab.get(link(kept)).body()).contains("A small sweep");
    assertThat(lab.get("/api/shares/" + withheld.get("id").asString()).status()).isEqualTo(404);

    lab.post("/api/shares/" + revoked.get("id").asString() + "/restore", "");
    assertThat(lab.get(link(revoked)).status()).isEqualTo(200);
    String end = "/api/shares/" + expired.get("id").asString();
    assertThat(lab.patch(end, "{\"expiresInDays\": null}").json().get("state").asString())
        .isEqualTo("open");
    assertThat(lab.get(link(expired)).status()).isEqualTo(200);
  }

  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    headers.remove("x-request-id"); // another for each request, whatever is asked for
    return headers;
  }

  /** Every route of the API and every page, asked for as whoever has the token might try. */
  @Test
  void aTokenOpensNothingElse() {
    JsonNode share = share("");
    String token = share.get("token").asString();
    JsonNode other = share(", \"note\": \"Another secret\"");
    List<String> elsewhere =
        List.of(
            "/api/shares/%s",
            "/api/shares/%s/page",
            "/api/shares/%s/view",
            "/api/shares/%s/data",
            "/api/experiments/%s",
            "/api/experiments/%s/results",
            "/api/experiments/%s/spec",
            "/api/experiments/%s/findings",
            "/api/experiments/%s/trials/0",
            "/api/experiments/%s/trials/0/parameters/sgd-end",
            "/api/experiments/%s/events");
    for (String path : elsewhere) {
      assertThat(lab.get(path.formatted(token)).status()).describedAs(path).isEqualTo(404);
      assertThat(lab.head(path.formatted(token)).status()).describedAs(path).isNotEqualTo(500);
    }
    for (String below :
        List.of(
            "/shares",
            "/experiments",
            "/results",
            "/spec",
            "/page",
            "/view",
            "/..",
            "/purge",
            "/embed/data",
            "/data/" + other.get("id").asString(),
            "/json",
            "/" + id(experiment),
            "/trials/0/parameters/sgd-end")) {
      Answer answer = lab.get(link(share) + below);
      assertThat(answer.status()).describedAs(below).isIn(400, 404);
      assertThat(answer.body()).doesNotContain("Another secret");
    }
    for (String query : List.of("?id=" + other.get("id").asString(), "?token=" + id(link(other)))) {
      assertThat(lab.get(link(share) + query).body()).doesNotContain("Another secret");
      assertThat(lab.get(link(share) + "/data" + query).body()).doesNotContain("Another secret");
    }
    for (String way : List.of("", "/embed", "/data", "/csv", "/pdf", ".json")) {
      assertThat(lab.post(link(share) + way, "{}").status())
          .describedAs("POST" + way)
          .isEqualTo(405);
      assertThat(lab.delete(link(share) + way).status()).describedAs("DELETE" + way).isEqualTo(405);
      assertThat(lab.patch(link(share) + way, "{}").status()).isEqualTo(405);
    }
    assertThat(lab.get(link(share)).status()).isEqualTo(200);
  }

  @Test
  void theListTellsOfEverySharingButNotItsSecret() {
    JsonNode share = share(", \"expiresInDays\": null");
    lab.get(link(share));
    lab.get(link(share) + ".json");
    lab.head(link(share));
    Answer list = lab.get("/api/shares");
    assertThat(list.body()).doesNotContain(share.get("token").asString());
    JsonNode listed =
        list.json()
            .valueStream()
            .filter(e -> e.get("id").equals(share.get("id")))
            .findFirst()
            .get();
    assertThat(listed.get("accesses").asInt()).isEqualTo(2);
    assertThat(listed.get("expires").isNull()).isTrue();
    assertThat(listed.get("title").asString()).isEqualTo("A small sweep");
    String self = "/api/shares/" + share.get("id").asString();
    assertThat(lab.get(self + "/page").body()).contains("A small sweep", "../../../s/assets/icon");
    assertThat(lab.delete(self).json().get("state").asString()).isEqualTo("revoked");
    assertThat(lab.delete(self).status()).isEqualTo(409);
    assertThat(lab.post(self + "/purge", "").status()).isEqualTo(204);
    assertThat(lab.get(self).status()).isEqualTo(404);
  }

  @Test
  void whatIsWrongWithARequestIsSaidByField() {
    Answer answer =
        lab.post(
            "/api/shares",
            "{\"subject\": \"dream\", \"experiments\": \"x\", \"expiresInDays\": 1.5, \"kept\": 1, \"name\": 2}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problems())
        .containsExactlyInAnyOrder(
            "name is not known here; the fields are experiments, expiresInDays, include, kept, note, scatter, subject, trial, without.",
            "subject must be one of experiment, trial, comparison, claims; it is dream.",
            "experiments must be a list of ids of experiments; it is \"x\".",
            "expiresInDays must be a whole number; it is 1.5.",
            "kept must be true or false; it is 1.");
    assertThat(lab.post("/api/shares", "").error())
        .isEqualTo("The body is empty: it must be what to share as JSON.");
    assertThat(
            lab.post(
                    "/api/shares",
                    "{\"subject\": \"trial\", \"experiments\": [\"%s\"]}".formatted(id(experiment)))
                .problems())
        .containsExactly("trial must be the number of a trial.");
    assertThat(
            lab.post(
                    "/api/shares",
                    "{\"experiments\": [\"%s\"], \"expiresInDays\": 0}".formatted(id(experiment)))
                .problems())
        .containsExactly(
            "expiresInDays must be a whole number from 1 to 3,650, or null for never; it is 0.");
  }
}
