package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.story.Lab.Answer;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An experiment leaves one server, comes to another by a real browser, and runs again there. */
@Timeout(180)
class ExportStoryIT {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final Set<String> PALETTE =
      Set.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#b07d00", "#6b5bd2");

  @TempDir Path here;
  @TempDir Path there;
  @TempDir Path files;
  private RunningServer first;
  private RunningServer second;
  private Browser browser;

  @BeforeEach
  void start() {
    first = InProcess.start(here);
    second = InProcess.start(there);
    browser = Browser.open(second.address());
  }

  @AfterEach
  void stop() {
    browser.close();
    second.close();
    first.close();
  }

  @Test
  void anArchiveIsDroppedIntoAnotherServerAndRunsAgainThere() throws Exception {
    var lab = new Lab(first.address());
    var other = new Lab(second.address());
    String path = lab.submit(Lab.smallSweep(2));
    assertThat(lab.get(path + "/archive").status()).isIn(200, 409); // 409 until it has ended
    lab.untilEnd(path);
    Path archive = archive(path, "");

    Page page = browser.page();
    imports(page, archive);
    assertThat(page.locator(".import-done")).containsText("A small sweep");
    browser.screenshot("import-dialog");
    assertThat(results(other, path)).isEqualTo(results(lab, path));
    assertThat(other.get(path + "/findings").body()).isEqualTo(lab.get(path + "/findings").body());
    page.locator(".import-done a").click();

    assertThat(page.locator("#figure-losses[drawn]")).isVisible();
    Object saved = page.locator("#figure-losses").evaluate("chart => chart.picture('svg')");
    String drawn = other.get(path + "/figures/losses?format=svg").body();
    assertThat(seriesOf(drawn)).isEqualTo(seriesOf(saved.toString())).isNotEmpty();
    page.locator("#tab-export").click();
    assertThat(page.locator("#export-record"))
        .containsText("Imported from " + first.address() + "/experiments/" + name(path));
    assertThat(page.locator("#export-record")).containsText("UCI digits, 200 + 100");
    assertThat(page.locator("#methods-text")).containsText("200 train and 100 test samples");
    assertThat(page.locator("#bibtex-text")).containsText("2108.09507");
    looksGood("export-tab");

    page.locator("#run-again").click();
    page.waitForURL(url -> url.contains("/experiments/") && !url.contains(name(path)));
    page.locator("#tab-export").click();
    assertThat(page.locator("#repetition"))
        .containsText(
            "Of 4 trials: 4 identical to the last bit.",
            new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    browser.screenshot("run-again");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatIsWrongIsToldOnThePageAndByRest() throws Exception {
    var lab = new Lab(first.address());
    String path = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(path);
    Path archive = archive(path, "?parameters=true");
    assertThat(Files.size(archive)).isGreaterThan(Files.size(archive(path, "")));

    HttpResponse<String> again = imported(first.address(), archive);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("is here already");
    HttpResponse<String> taken = imported(second.address(), archive);
    assertThat(taken.statusCode()).describedAs(taken.body()).isEqualTo(201);
    assertThat(taken.headers().firstValue("Location")).hasValue(path);
    assertThat(JsonMapper.shared().readTree(taken.body()).at("/links/archive").asString())
        .isEqualTo(path + "/archive");
    var other = new Lab(second.address());
    assertThat(other.get(path + "/trials/0/parameters/test-point").status()).isEqualTo(200);

    Path broken = Files.write(files.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0});
    HttpResponse<String> refused = imported(second.address(), broken);
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode problem = JsonMapper.shared().readTree(refused.body()).at("/problems/0");
    assertThat(problem.get("field").asString()).isEqualTo("archive");
    assertThat(problem.get("message").asString()).startsWith("archive must be a zip file");

    imports(browser.page(), broken);
    assertThat(browser.page().locator(".import-refused"))
        .containsText("broken.zip was not imported, and nothing of it is stored:");
    assertThat(browser.page().locator(".import-refused li"))
        .containsText("archive must be a zip file");
    imports(browser.page(), archive);
    assertThat(browser.page().locator(".import-there")).containsText("is here already");
    looksGood("import-refused");
  }

  @Test
  void theRecordSaysWhatTheNumbersRestOn() {
    var lab = new Lab(first.address());
    String path = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(path);

    JsonNode record = lab.get(path + "/record").json();
    assertThat(record.get("kind").asString()).isEqualTo("temperature-sweep");
    assertThat(record.get("specSha256").asString()).matches("[0-9a-f]{64}");
    assertThat(record.at("/samples/0/sha256").asString())
        .isEqualTo(lab.get(path + "/trials/0").json().at("/execution/samples").asString());
    JsonNode build = record.at("/environments/0/execution/build");
    assertThat(build.get("commit").asString()).matches("([0-9a-f]{40}(-dirty)?|unknown)");
    assertThat(build.get("java").asString()).startsWith("25");
    assertThat(build.get("libraries").asString()).matches("ND4J \\S+, OpenBLAS \\S+");
    assertThat(record.get("repeats").isNull()).isTrue();
    assertThat(record.get("origins")).isEmpty();

    Answer again = lab.post(path + "/again", "");
    assertThat(again.status()).isEqualTo(201);
    String repeat = again.header("Location");
    lab.untilEnd(repeat);
    JsonNode repeats = lab.get(repeat + "/record").json().get("repeats");
    assertThat(repeats.get("experiment").asString()).isEqualTo(name(path));
    assertThat(repeats.get("trials"))
        .hasSize(2)
        .allSatisfy(trial -> assertThat(trial.get("verdict").asString()).isEqualTo("identical"));
    assertThat(lab.get(path + "/record").json().at("/again/0").asString()).isEqualTo(name(repeat));
    JsonNode methods = lab.get(path + "/methods").json();
    assertThat(methods.get("paragraph").asString()).contains("a flow time");
    assertThat(methods.get("bibtex").asString()).contains("@misc{bradley2021shiftcurvature");
  }

  /** How many shapes have each colour of the palette; of ticks a wider picture has more. */
  private static Map<String, Integer> seriesOf(String svg) throws Exception {
    NodeList all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getElementsByTagName("path");
    Map<String, Integer> shapes = new TreeMap<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element shape = (Element) all.item(i);
      Stream.of(shape.getAttribute("stroke"), shape.getAttribute("fill"))
          .filter(PALETTE::contains)
          .forEach(colour -> shapes.merge(colour, 1, Integer::sum));
    }
    return shapes;
  }

  @Test
  void tablesComeInThreeFormatsAndFiguresAsPicturesAndWithAScript() throws Exception {
    var lab = new Lab(first.address());
    String path = lab.submit(Lab.smallSweep(3));
    lab.untilEnd(path);

    Answer trials = lab.get(path + "/tables/trials?format=csv");
    assertThat(trials.header("Content-Type")).startsWith("text/csv");
    assertThat(trials.body().lines().toList())
        .hasSize(7)
        .first()
        .asString()
        .startsWith("\"trial\",\"temperature\",\"seed\",\"outcome\"");
    assertThat(lab.get(path + "/tables/trials?format=json").json())
        .hasSize(6)
        .allSatisfy(row -> assertThat(row.get("outcome").asString()).isEqualTo("measured"));
    assertThat(lab.get(path + "/tables/findings?format=parquet").body()).startsWith("PAR1");
    assertThat(lab.get(path + "/figures/losses").body()).startsWith("\"layer\",\"x\",\"y\"");
    assertThat(lab.get(path + "/figures/losses?format=python").body())
        .contains("open(\"" + name(path) + "-losses.csv\"");
    for (JsonNode figure : lab.get(path + "/figures").json()) {
      String link = figure.get("link").asString();
      assertThat(seriesOf(lab.get(link + "?format=svg").body())).as(link).isNotEmpty();
    }
    var png =
        ImageIO.read(new ByteArrayInputStream(lab.bytes(path + "/figures/losses?format=png")));
    assertThat(png.getWidth()).isEqualTo(1280);
    assertThat(lab.get("/api/claims?format=csv&experiments=" + name(path)).body())
        .startsWith("\"claim\",\"verdictOfClaim\"");

    assertThat(lab.get(path + "/tables/trials?format=xls").error())
        .isEqualTo("format must be one of csv, json, parquet; it is xls.");
    assertThat(lab.get(path + "/tables/none").status()).isEqualTo(404);
    assertThat(lab.get(path + "/figures/none").error()).startsWith("There is no figure none.");
  }

  private void imports(Page page, Path file) {
    page.navigate("/");
    page.locator("#import-open").click();
    page.locator("#import-files input[type=file]").setInputFiles(file);
    Locator came = page.locator("#import-came > div");
    came.first().waitFor();
  }

  private void looksGood(String name) {
    browser.screenshot(name + "-light");
    browser.dark();
    browser.screenshot(name + "-dark");
    browser.light();
    browser.narrow();
    browser.screenshot(name + "-narrow");
    browser.wide();
  }

  /** Without which of an installation's workers ran them: these are its own. */
  private static JsonNode results(Lab lab, String path) {
    JsonNode results = lab.get(path + "/results").json();
    results.get("trials").forEach(trial -> ((ObjectNode) trial).remove(List.of("worker", "host")));
    return results;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Path archive(String path, String query) throws IOException, InterruptedException {
    Path file = files.resolve("archive" + query.length() + ".zip");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(first.address().resolve(path + "/archive" + query)).build();
      assertThat(http.send(request, BodyHandlers.ofFile(file)).statusCode()).isEqualTo(200);
    }
    return file;
  }

  private static HttpResponse<String> imported(URI server, Path archive)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/api/imports"))
              .POST(BodyPublishers.ofFile(archive))
              .build();
      return http.send(request, BodyHandlers.ofString());
    }
  }
}
