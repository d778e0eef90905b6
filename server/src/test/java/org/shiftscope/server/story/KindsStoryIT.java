package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.server.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The result page of every kind, in a real browser: what each of its figures owes a reader. */
@Timeout(120)
class KindsStoryIT {

  private static final Path GOLDEN =
      Path.of("../compute/src/test/resources/org/shiftscope/compute/golden/results");

  /** Labels that stand twice on one axis of a chart. */
  private static final String LABELS_TWICE =
      """
      chart => ['xAxis', 'yAxis'].flatMap(name => {
        const axis = chart.chart.getModel().getComponent(name, 0).axis;
        const labels = axis.getViewLabels().map(label => label.formattedLabel);
        return labels.filter((label, i) => label && labels.indexOf(label) !== i);
      })
      """;

  private static final String XML_ERROR =
      """
      chart => new DOMParser().parseFromString(chart.picture('svg'), 'image/svg+xml')
          .querySelector('parsererror')?.textContent ?? ''
      """;

  /** What stands out at the right of a page that scrolls to the side; charts fit a little later. */
  private static final String TOO_WIDE =
      """
      async () => {
        const page = document.documentElement;
        for (let frame = 0; frame < 30 && page.scrollWidth > page.clientWidth; frame++)
          await new Promise(requestAnimationFrame);
        if (page.scrollWidth <= page.clientWidth) return [];
        return [...document.querySelectorAll('body *')]
            .filter(each => each.getBoundingClientRect().right > page.clientWidth)
            .map(each => `${each.localName}#${each.id}.${each.className}`);
      }
      """;

  @TempDir private static Path data;

  private static RunningServer server;
  private static Browser browser;

  static List<String> experiments() {
    return List.of(
        "sweep-measured",
        "landscape-gaussians",
        "steady-state-linear",
        "steady-state-two-wells",
        "assumption-formulas",
        "assumption-digits",
        "diffusion",
        "overparametrized",
        "resampling",
        "decomposition",
        "sweep-window",
        "two-stage");
  }

  @BeforeAll
  static void open() {
    server = InProcess.start(data);
    browser = Browser.open(server.address());
  }

  @AfterAll
  static void close() {
    browser.close();
    server.close();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyFigureIsTypesetLabelledToldAndSavedSoundly(String golden) throws IOException {
    var lab = new Lab(server.address());
    JsonNode result =
        JsonMapper.shared().readTree(Files.readString(GOLDEN.resolve(golden + ".json")));
    String path = lab.submit(result.get("spec"));
    lab.untilEnd(path);
    Page page = browser.page();
    page.navigate(path.replace("/api", ""));
    assertThat(page.locator("#findings")).isVisible();
    Locator charts = page.locator("shiftscope-chart");
    charts.first().waitFor();
    assertThat(page.locator("shiftscope-chart[drawn]"))
        .hasCount(charts.count(), new HasCountOptions().setTimeout(20_000));

    assertThat(page.locator("main").innerText())
        .doesNotContain("_te", "_tr", "^", "NaN")
        .doesNotContainPattern("[0-9][eE]-[0-9]");
    assertThat(page.locator(".katex-error")).hasCount(0);
    charts.all().forEach(KindsStoryIT::isSound);
    assertThat(page.locator(".figure-tools").count()).isEqualTo(charts.count());
    assertThat((List<?>) page.evaluate(TOO_WIDE)).isEmpty();
    browser.screenshot("kind-" + golden);
    browser.narrow();
    assertThat((List<?>) page.evaluate(TOO_WIDE)).isEmpty();
    browser.wide();
    assertThat(browser.complaints()).isEmpty();
  }

  /** Plain SGD and momentum of one tiny network: real trials, in light, dark and on a telephone. */
  @Test
  void theComparisonSaysWhatDiffersAndDrawsWhatAPersonChooses() throws IOException {
    var lab = new Lab(server.address());
    ObjectNode plain = tiny();
    ObjectNode momentum = plain.deepCopy().put("title", "Momentum");
    ((ObjectNode) momentum.get("sgd"))
        .putObject("dynamics")
        .put("name", "momentum")
        .put("momentum", 0.5);
    String first = lab.submit(plain);
    String second = lab.submit(momentum);
    lab.untilEnd(first);
    lab.untilEnd(second);
    Page page = browser.page();
    page.navigate(first.replace("/api", ""));
    page.locator("vaadin-button", new LocatorOptions().setHasText("Compare")).click();
    assertThat(page.locator(".empty-state")).containsText("One experiment chosen");

    page.navigate("/comparison?experiments=" + id(first) + "," + id(second));
    assertThat(page.locator("#differences"))
        .containsText("It differs in one thing, sgd.dynamics: plain → momentum 0.5.");
    assertThat(page.locator("#findings"))
        .containsText("At equal T, “Momentum” gives the same as “Plain”");
    isSoundWithFourFigures(page);
    assertThat(page.locator("#tests tbody tr")).hasCount(3);
    Locator row =
        page.locator("#quantities a", new LocatorOptions().setHasText("Train loss of SGD"));
    row.focus();
    row.press("Enter");
    assertThat(page.locator("#quantity-sentence")).containsText("Train loss of SGD: at equal T");
    assertThat(page).hasURL(Pattern.compile(".*[?&]quantity=sgd-train-loss.*"));
    isSoundWithFourFigures(page);
    browser.screenshot("comparison");
    browser.dark();
    browser.screenshot("comparison-dark");
    browser.narrow();
    assertThat((List<?>) page.evaluate(TOO_WIDE)).isEmpty();
    browser.wide();
    browser.light();
    assertThat(browser.complaints()).isEmpty();
  }

  private static void isSoundWithFourFigures(Page page) {
    assertThat(page.locator("shiftscope-chart[drawn]"))
        .hasCount(4, new HasCountOptions().setTimeout(20_000));
    page.locator("shiftscope-chart").all().forEach(KindsStoryIT::isSound);
    assertThat(page.locator("main").innerText())
        .doesNotContain("_te", "_tr", "^", "NaN")
        .doesNotContainPattern("[0-9][eE]-[0-9]");
    assertThat((List<?>) page.evaluate(TOO_WIDE)).isEmpty();
  }

  private static ObjectNode tiny() throws IOException {
    ObjectNode spec =
        JsonMapper.shared()
            .readTree(Files.readString(GOLDEN.resolve("sweep-measured.json")))
            .get("spec")
            .deepCopy()
            .asObject();
    spec.remove("curvature");
    spec.put("title", "Plain");
    spec.putArray("temperatures").add(0.003).add(0.01).add(0.03);
    spec.putArray("seeds").add(0).add(1).add(2).add(3);
    return spec;
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void theLessonsAreSoundAndFollowTheirSlidersByKeyboard() {
    Page page = browser.page();
    page.navigate("/learn");
    assertThat(page.locator("shiftscope-chart[drawn]"))
        .hasCount(5, new HasCountOptions().setTimeout(20_000));
    page.locator("shiftscope-chart").all().forEach(KindsStoryIT::isSound);
    assertThat(page.locator(".katex-error")).hasCount(0);
    assertThat((List<?>) page.evaluate(TOO_WIDE)).isEmpty();
    browser.screenshot("learn");
    browser.narrow();
    assertThat((List<?>) page.evaluate(TOO_WIDE)).isEmpty();
    browser.wide();

    page.locator("#slide-shift").press("Home");
    assertThat(page.locator("#lesson-shift")).containsText("curvature costs nothing");
    page.locator("#slide-best-temperature").press("Home");
    assertThat(page.locator("#lesson-best-temperature")).containsText("best as T → 0");
    assertThat(browser.complaints()).isEmpty();
  }

  private static void isSound(Locator chart) {
    assertThat((List<?>) chart.evaluate(LABELS_TWICE)).isEmpty();
    assertThat(chart.evaluate(XML_ERROR)).isEqualTo("");
    var svg = (String) chart.evaluate("chart => chart.picture('svg')");
    assertThat(svg).contains("#ffffff").doesNotContain("_te", "_tr", "{sub", "{sup", "NaN");
    assertThat(svg).as("labels as people write numbers").doesNotContainPattern(">(-[0-9]|0\\.0+<)");
    boolean bars =
        (boolean)
            chart.evaluate("chart => JSON.stringify(chart.option.series).includes('errorBar')");
    assertThat(svg.contains("Bars: ")).as("what bars are, where there are some").isEqualTo(bars);
  }
}
