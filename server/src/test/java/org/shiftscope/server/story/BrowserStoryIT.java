package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;

/** A person launches a sweep in a real browser, watches it, and reads its charts. */
@Timeout(120)
class BrowserStoryIT {

  private static final double SWEEP_MILLIS = 60_000;

  @TempDir private Path data;

  private RunningServer server;
  private Browser browser;
  private Page page;

  @BeforeEach
  void open() {
    server = InProcess.start(data);
    browser = Browser.open(server.address());
    page = browser.page();
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  @Test
  void aSweepIsLaunchedThroughTheFormWatchedLiveAndReadFromItsCharts() {
    page.navigate("/");
    page.locator("#quick-start").waitFor();
    browser.screenshot("no-experiments");

    launchASmallSweep();
    page.waitForURL(Pattern.compile(".*/experiments/[a-z0-9]{12}.*"));
    pauseAndResume();
    assertThat(page.locator("#state [data-state], #state[data-state]").first())
        .hasAttribute("data-state", "finished", new HasAttributeOptions().setTimeout(SWEEP_MILLIS));

    seeTheTrends();
    goThroughAFigureByKeys();
    seeTheOtherTabs();
    page.navigate("/");
    page.locator("[id^=experiment-]").first().waitFor();
    browser.screenshot("experiments");
    assertThat(browser.complaints()).isEmpty();
  }

  /** By a button, and by the key. */
  private void pauseAndResume() {
    page.locator("#pause-experiment").click();
    Locator paused = page.locator("#state [data-state=paused]");
    paused.waitFor();
    browser.screenshot("paused");
    page.keyboard().press("p");
    assertThat(paused).hasCount(0);
  }

  private void launchASmallSweep() {
    page.navigate("/new");
    type("title", "A sweep from the browser");
    type("dataset-trainSamples", "200");
    type("dataset-testSamples", "0");
    page.locator("#field-dataset-testSamples[invalid]").waitFor();
    assertThat(page.locator("#launch")).isDisabled();
    browser.screenshot("new-experiment-with-a-problem");
    type("dataset-testSamples", "100");
    type("network-hidden", "8");
    type("sgd-flowTime", "100");
    assertThat(page.locator("#estimate"))
        .containsText("12", new ContainsTextOptions().setTimeout(SWEEP_MILLIS));
    assertThat(page.locator("#launch")).isEnabled();
    browser.screenshot("new-experiment");
    page.locator("#launch").click();
  }

  private void seeTheTrends() {
    Locator drawn = page.locator("shiftscope-chart[drawn]:visible");
    Locator charts = page.locator("shiftscope-chart:visible");
    assertThat(charts.first()).isVisible();
    assertThat(drawn).hasCount(charts.count(), new HasCountOptions().setTimeout(SWEEP_MILLIS));
    List<String> ids = charts.all().stream().map(chart -> chart.getAttribute("id")).toList();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(4);
    assertThat(ids).allSatisfy(id -> assertThat(browser.coloursOf("#" + id)).isGreaterThan(5));
    browser.screenshot("trends-light");
    browser.dark();
    browser.screenshot("trends-dark");
    ids.forEach(this::savesASoundPicture);
    browser.light();
    browser.narrow();
    browser.screenshot("trends-narrow");
    browser.wide();
  }

  /**
   * An SVG that an XML parser takes, light also on a dark page, titled, and with typeset symbols.
   */
  private void savesASoundPicture(String id) {
    Locator chart = page.locator("#" + id);
    var svg = (String) chart.evaluate("chart => chart.picture('svg')");
    Object wrong =
        chart.evaluate(
            """
            chart => new DOMParser().parseFromString(chart.picture('svg'), 'image/svg+xml')
                .querySelector('parsererror')?.textContent ?? ''
            """);
    assertThat(wrong).isEqualTo("");
    String title = (String) chart.evaluate("chart => chart.pictureTitle");
    assertThat(svg).contains("#ffffff", title).doesNotContain("_te", "_tr", "^", "{sub", "{sup");
    assertThat((String) chart.evaluate("chart => chart.fileName"))
        .matches("[a-z0-9]{12}-" + id.substring("figure-".length()));
  }

  private void goThroughAFigureByKeys() {
    Locator chart = page.locator("#figure-losses");
    chart.focus();
    page.keyboard().press("ArrowRight");
    assertThat((String) chart.evaluate("chart => chart.said"))
        .startsWith("Train loss at θ tr, 0.003: ")
        .endsWith("Point 1 of 4.");
    page.keyboard().press("ArrowDown");
    assertThat((String) chart.evaluate("chart => chart.said")).contains("Trial 0: T = 0.003");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(".*tab=trial&trial=0.*"));
    assertThat(page.locator("#figure-line-loss[drawn]")).isVisible();
  }

  private void seeTheOtherTabs() {
    choose("eq3", "#figure-eq3[drawn]");
    choose("trial", "#figure-line-loss[drawn]");
    assertThat(browser.coloursOf("#figure-line-loss")).isGreaterThan(5);
    choose("trials", "#trials");
    choose("spec", "#spec-json");
  }

  private void choose(String tab, String content) {
    page.locator("#tab-" + tab).click();
    assertThat(page.locator(content)).isVisible();
    if (!tab.equals("spec")) {
      assertThat(page.locator("main").innerText()).doesNotContain("_te", "_tr", "^");
      assertThat(page.locator(".katex-error")).hasCount(0);
    }
    browser.screenshot("tab-" + tab);
  }

  private void type(String field, String text) {
    page.locator("#field-" + field + " input").fill(text);
  }
}
