package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;

/**
 * What axe finds wrong on the pages, at any impact, in light and in dark, and what their
 * Content-Security-Policy forbids: nothing.
 */
@Timeout(300)
class AccessibilityIT {

  /** All rules; where the page turned dark, those of colours alone: nothing else changes then. */
  private static final String RUN =
      """
      dark => axe.run(document, dark ? {runOnly: ['color-contrast', 'link-in-text-block']} : {})
          .then(found => found.violations.flatMap(rule => rule.nodes.map(
              node => rule.id + ' (' + rule.impact + '): ' + node.target.join(' ') + ' ' + node.html.slice(0, 160))))
      """;

  /** What a page would have run, drawn or fetched against its Content-Security-Policy. */
  private static final String NOTE_VIOLATIONS =
      """
      window.violations = [];
      addEventListener('securitypolicyviolation', e => window.violations.push(
          [e.effectiveDirective, e.blockedURI, e.sourceFile, e.lineNumber, e.sample].join(' ')));
      """;

  /** Tabs and buttons take a moment to take their new colours. */
  private static final String SETTLE =
      """
      () => new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))
          .then(() => Promise.allSettled(document.getAnimations()
              .filter(each => each.effect.getComputedTiming().iterations !== Infinity)
              .map(each => each.finished)))
          .then(() => true)
      """;

  @TempDir private Path data;

  private final List<String> wrong = new ArrayList<>();
  private RunningServer server;
  private Browser browser;
  private Page page;
  private String axe = "";

  @BeforeEach
  void open() throws IOException {
    try (InputStream script = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
    server = InProcess.start(data);
    browser = Browser.open(server.address());
    page = browser.page();
    page.addInitScript(NOTE_VIOLATIONS);
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  @Test
  void axeFindsNothingOnAnyPageInLightAndDarkAndNoPageBreaksItsPolicy() {
    var lab = new Lab(server.address());
    look("/");
    String sweep = lab.submit(Lab.smallSweep(2)).replace("/api", "");
    String landscape = lab.submit(preset(lab, "paper-figure-4-left")).replace("/api", "");
    lab.untilEnd("/api" + sweep);
    lab.untilEnd("/api" + landscape);
    String id = sweep.replace("/experiments/", "");
    look("/");
    for (String tab :
        List.of(
            "",
            "?tab=eq3",
            "?tab=scatter&without=1",
            "?tab=trials",
            "?tab=trials&by=temperature",
            "?tab=spec")) {
      look(sweep + tab);
    }
    look(sweep + "?trial=1");
    look(landscape);
    look("/new?preset=quick-start&sgd.batchSize=abc");
    look("/new?preset=paper-figure-4-left");
    look("/new?check=" + id + "&trial=0");
    look("/claims?experiments=" + id);
    look("/comparison?experiments=" + id);
    look("/learn");
    look("/shares");
    look("/accounts");
    look("/account");
    look("/audit");
    look("/system");
    look("/no-such-page");
    browser.narrow();
    look("/");
    look("/system");
    look(sweep);
    page.locator("#shortcuts-open").click();
    judge("the list of keys");
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPageIsReachedAndReadByKeysAlone() {
    page.navigate("/");
    page.locator(".empty-state").waitFor();
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip-link");
    page.keyboard().press("?");
    page.locator("dialog.shortcuts[open]").waitFor();
    page.keyboard().press("Escape");
    page.keyboard().press("n");
    page.waitForURL("**/new**");
    page.locator("#field-title input").waitFor();
    page.keyboard().press("/");
    page.keyboard().type("n?");
    assertThat(page.locator("#field-title input").inputValue()).contains("n?");
    assertThat(page.locator("dialog.shortcuts[open]").count()).isZero();
  }

  @Test
  void everyControlIsReachedByTabShowsItsFocusHasANameAndWorks() {
    var lab = new Lab(server.address());
    String sweep = lab.submit(Lab.smallSweep(2)).replace("/api", "");
    lab.untilEnd("/api" + sweep);
    for (String address :
        List.of(
            "/", "/new?preset=quick-start", sweep, sweep + "?tab=scatter", sweep + "?tab=trials")) {
      open(address);
      new GoThroughByTab(page).wrong().forEach(each -> wrong.add(address + ": " + each));
    }
    open(sweep);
    page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Share")).first().focus();
    page.keyboard().press("Enter");
    page.locator("#share-make").waitFor();
    new GoThroughByTab(page).wrong().forEach(each -> wrong.add("share: " + each));
    page.locator("#share-kept input").focus();
    page.keyboard().press("Space");
    assertThat(page.locator("#share-kept input").isChecked()).isTrue();
    page.keyboard().press("Escape");
    page.locator("#share-make")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(wrong).isEmpty();
    trialsAreLeftOutByKeys(sweep);
  }

  /** Space on a trial's box, and back by the button that names it. */
  private void trialsAreLeftOutByKeys(String sweep) {
    open(sweep + "?tab=trials");
    page.locator("#trials vaadin-checkbox input").nth(1).focus();
    page.keyboard().press("Space");
    page.locator("#take-back-1").waitFor();
    assertThat(page.url()).contains("without=1");
    assertThat(page.locator("#left-out-by-hand").innerText()).contains("1 of 4 trials left out");
    assertThat(page.locator("#findings").innerText()).contains("1 by hand");
    page.reload();
    page.locator("#take-back-1").waitFor();
    page.locator("#take-back-1").focus();
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("without"));
    page.locator("#left-out-by-hand")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  private void look(String address) {
    open(address);
    judge(address);
  }

  private void open(String address) {
    page.navigate(address);
    page.locator("main > *").first().waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.waitForFunction(
        "!/Computing|Reading \\d|Measuring/.test(document.querySelector('main').innerText)");
  }

  private void judge(String what) {
    page.evaluate(axe);
    add(what + " in light", page.evaluate(RUN, false));
    browser.dark();
    page.evaluate(SETTLE);
    add(what + " in dark", inDark());
    browser.light();
    page.evaluate(SETTLE);
    add(what + " against its policy", page.evaluate("window.violations.splice(0)"));
  }

  /** What is found only while colours change is nobody's: it is looked at anew, a few times. */
  private Object inDark() {
    Object found = page.evaluate(RUN, true);
    for (int again = 0; again < 5 && !((List<?>) found).isEmpty(); again++) {
      page.waitForTimeout(500);
      found = page.evaluate(RUN, true);
    }
    return found;
  }

  private void add(String where, Object found) {
    ((List<?>) found).forEach(each -> wrong.add(where + ": " + each));
  }

  private static tools.jackson.databind.JsonNode preset(Lab lab, String id) {
    return lab.get("/api/presets")
        .json()
        .valueStream()
        .filter(preset -> preset.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow()
        .get("spec");
  }
}
