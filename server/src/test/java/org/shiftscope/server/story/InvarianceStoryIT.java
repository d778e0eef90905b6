package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;
import org.shiftscope.server.story.Lab.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A trial's terms are checked in other coordinates, from its page and by REST. */
@Timeout(120)
class InvarianceStoryIT {

  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

  @TempDir private static Path data;

  private static RunningServer server;
  private static Browser browser;
  private static Lab lab;
  private static String sweep;

  @BeforeAll
  static void open() {
    server = InProcess.start(data);
    browser = Browser.open(server.address());
    lab = new Lab(server.address());
    sweep = lab.submit(Lab.smallSweep(1));
    lab.untilEnd(sweep);
  }

  @AfterAll
  static void close() {
    browser.close();
    server.close();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A check of trial 1 of the sweep that leaves everything else out. */
  private static ObjectNode check() {
    ObjectNode spec = JsonMapper.shared().createObjectNode().put("kind", "invariance");
    spec.putObject("subject").putObject("source").put("experiment", id(sweep)).put("trial", 1);
    return spec;
  }

  @Test
  void fromATrialsPageToItsCertificate() {
    Page page = browser.page();
    page.navigate(sweep.replace("/api", "") + "?tab=trial&trial=1");
    page.locator("#check-invariance").click();
    page.waitForURL("**/new?check=*");
    assertThat(experiment(page)).hasValue(Pattern.compile(".+ · " + id(sweep)));
    assertThat(trial(page)).hasValue(Pattern.compile("1: T = 0\\.01, seed \\d+"));
    assertThat(page.locator("#launch")).isEnabled();
    browser.screenshot("invariance-form");
    page.locator("#launch").click();
    page.waitForURL("**/experiments/*");

    assertThat(page.locator("#findings"))
        .containsText(
            "All 10 terms hold within 1e−6 under 3 linear maps",
            new ContainsTextOptions().setTimeout(60_000));
    Locator tables = page.locator(".number-table");
    assertThat(tables.last().locator("h3")).hasText("Certificate");
    assertThat(tables.last()).containsText("Every term is what it should be.");
    assertThat(page.locator("shiftscope-chart[drawn]"))
        .hasCount(1, new HasCountOptions().setTimeout(20_000));
    assertThat(page.locator("main").innerText())
        .doesNotContain("_te", "_tr", "^", "NaN")
        .doesNotContainPattern("[0-9][eE]-[0-9]");
    assertThat(page.locator(".katex-error")).hasCount(0);
    everyLook("invariance");
    assertThat(browser.complaints()).isEmpty();
  }

  /** By the keyboard alone. */
  @Test
  void aTrialIsChosenFromTheListsOfExperimentsAndTrials() {
    Page page = browser.page();
    page.navigate("/new?preset=invariance-of-a-trial");
    assertThat(page.locator("#launch")).isDisabled();
    assertThat(trial(page)).isDisabled();
    experiment(page).focus();
    page.keyboard().press("ArrowDown");
    Locator offered = page.locator("vaadin-combo-box-item:visible");
    assertThat(offered.filter(new FilterOptions().setHasText(id(sweep)))).hasCount(1);
    everyLook("invariance-experiments");
    experiment(page).focus();
    page.keyboard().type(id(sweep));
    assertThat(offered).hasCount(1);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(experiment(page)).hasValue(Pattern.compile(".+ · " + id(sweep)));
    assertThat(trial(page)).hasValue(Pattern.compile("0: T = .*"));
    assertThat(page.locator("#launch")).isEnabled();

    trial(page).focus();
    page.keyboard().press("ArrowDown");
    assertThat(offered.first()).hasText(Pattern.compile("0: T = .*"));
    page.keyboard().type("0.01");
    assertThat(offered).hasCount(1);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(trial(page)).hasValue(Pattern.compile("1: T = 0\\.01, seed \\d+"));
    assertThat(page.locator("#launch")).isEnabled();

    experiment(page).focus();
    page.keyboard().type("nosuchtrials");
    assertThat(offered).hasCount(0);
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    assertThat(experiment(page)).hasValue(Pattern.compile(".+ · " + id(sweep)));
    assertThat(browser.complaints()).isEmpty();
  }

  private static Locator experiment(Page page) {
    return page.locator("#field-subject-source-experiment input");
  }

  private static Locator trial(Page page) {
    return page.locator("#field-subject-source-trial input");
  }

  @Test
  void aLandscapeFromItsFormToItsCertificate() {
    Page page = browser.page();
    page.navigate("/new?preset=invariance-of-a-landscape");
    assertThat(page.locator("#field-subject-map input")).hasValue("sinh(x)");
    assertThat(page.locator("#launch")).isEnabled();
    assertThat(page.locator("main"))
        .containsText("comparisons/s", new ContainsTextOptions().setTimeout(20_000));
    everyLook("invariance-landscape-form");
    page.locator("#launch").click();
    page.waitForURL("**/experiments/*");

    assertThat(page.locator("#findings"))
        .containsText(
            "terms hold under 1 curved map (8 within 1e−9, 11 to first order in the shift)",
            new ContainsTextOptions().setTimeout(60_000));
    Locator tables = page.locator(".number-table");
    assertThat(tables.last()).containsText("Every term is what it should be.");
    assertThat(tables.last()).containsText("SHA-256 of landscape and map");
    assertThat(page.locator("shiftscope-chart[drawn]"))
        .hasCount(3, new HasCountOptions().setTimeout(20_000));
    assertThat(page.locator("main").innerText())
        .doesNotContain("_te", "_tr", "^", "NaN", "θ")
        .doesNotContainPattern("[0-9][eE]-[0-9]");
    assertThat(page.locator(".katex-error")).hasCount(0);
    everyLook("invariance-landscape");
    assertThat(browser.complaints()).isEmpty();
  }

  private static void everyLook(String name) {
    browser.screenshot(name);
    browser.dark();
    browser.screenshot(name + "-dark");
    browser.light();
    browser.narrow();
    assertThat((boolean) browser.page().evaluate(TOO_WIDE)).isFalse();
    browser.screenshot(name + "-narrow");
    browser.wide();
  }

  @Test
  void bySourceAloneRestFillsInWhatTheSourceSays() {
    String path = lab.submit(check());
    lab.untilEnd(path);

    JsonNode spec = lab.experiment(path).get("spec");
    JsonNode source = lab.experiment(sweep).get("spec");
    assertThat(spec.at("/subject/training/sgd")).isEqualTo(source.get("sgd"));
    assertThat(spec.at("/subject/training/temperatures").toString()).isEqualTo("[0.01]");
    JsonNode trial = lab.trials(path).getFirst();
    assertThat(trial.get("outcome").asString()).isEqualTo("measured");
    assertThat(trial.at("/certificate/holds").asBoolean()).isTrue();
    assertThat(trial.at("/certificate/points").size()).isEqualTo(3);
    assertThat(trial.at("/maps").size()).isEqualTo(4);
    assertThat(lab.get(path + "/findings").json().get("failed").asInt()).isZero();
    String again = lab.submit(spec);
    lab.untilEnd(again);
    assertThat(lab.trials(again).getFirst().at("/certificate/id"))
        .as("the same check has the same certificate")
        .isEqualTo(trial.at("/certificate/id"));
  }

  @Test
  void whatCannotBeCheckedIsRefusedByItsField() {
    ObjectNode unknown = check();
    source(unknown).put("experiment", "nosuchtrials");
    assertThat(refusal(unknown))
        .isEqualTo(
            "subject.source.experiment must be an experiment that is there; it is nosuchtrials.");
    ObjectNode notChosen = check();
    source(notChosen).put("experiment", "000000000000");
    assertThat(refusal(notChosen))
        .startsWith("subject.source.experiment must be chosen: press Check invariance");
    ObjectNode noTrial = check();
    source(noTrial).put("trial", 7);
    assertThat(refusal(noTrial)).startsWith("subject.source.trial must be a trial of that");
    ObjectNode other = check();
    other.at("/subject").asObject().put("testLambda", 0.5);
    assertThat(refusal(other))
        .startsWith("subject.source.experiment must have trained as subject.training and");
    ObjectNode landscape = check();
    source(landscape).put("experiment", id(lab.submit(landscape())));
    assertThat(refusal(landscape)).startsWith("subject.source.experiment must be an experiment of");
    assertThat(lab.post("/api/estimates", noTrial.toString()).status()).isEqualTo(400);
    // The form's own estimate may be under way.
    assertThat(lab.post("/api/estimates", check().toString()).status()).isIn(200, 429);
  }

  private static ObjectNode source(ObjectNode spec) {
    return spec.at("/subject/source").asObject();
  }

  private static ObjectNode landscape() {
    return lab.get("/api/presets")
        .json()
        .valueStream()
        .map(preset -> preset.get("spec").asObject())
        .filter(spec -> spec.get("kind").asString().equals("landscape"))
        .findFirst()
        .orElseThrow();
  }

  private static String refusal(JsonNode spec) {
    Answer refused = lab.post("/api/experiments", spec.toString());
    assertThat(refused.status()).describedAs(refused.body()).isEqualTo(400);
    assertThat(refused.json().get("problems")).hasSize(1);
    return List.copyOf(refused.problems()).getFirst();
  }
}
