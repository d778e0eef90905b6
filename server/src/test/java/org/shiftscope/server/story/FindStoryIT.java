package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;
import tools.jackson.databind.node.ObjectNode;

/** A person tags, notes, searches and overlays experiments in a real browser. */
@Timeout(120)
class FindStoryIT {

  private static final double PATIENCE = 60_000;

  @TempDir private Path data;

  private RunningServer server;
  private Browser browser;
  private Page page;
  private Lab lab;

  @BeforeEach
  void open() {
    server = InProcess.start(data);
    lab = new Lab(server.address());
    browser = Browser.open(server.address());
    page = browser.page();
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  private String submit(String title, long seed) {
    ObjectNode spec = Lab.smallSweep(2).put("title", title);
    spec.putArray("seeds").add(seed).add(seed + 1);
    return lab.post("/api/experiments", spec.toString()).json().get("id").asString();
  }

  @Test
  void experimentsAreLabelledFoundKeptAndLaidOverOneAnother() {
    String plain = submit("Plain sweep", 0);
    String other = submit("Other sweep", 10);
    labelAndNote(plain);
    searchByKeys();
    keepTheSearch();
    overlay(plain, other);
    assertThat(browser.complaints()).isEmpty();
  }

  private void labelAndNote(String id) {
    page.navigate("/experiments/" + id + "?tab=notes");
    page.locator("vaadin-button:has-text('Edit title and tags')").click();
    page.locator("#edit-title input").fill("Paper sweep");
    Locator tags = page.locator("#edit-tags input");
    tags.fill("For the Paper");
    tags.press("Enter");
    page.locator("#save-labels").click();
    assertThat(page.locator("h1")).hasText("Paper sweep");
    assertThat(page.locator(".tag")).hasText("for-the-paper");
    page.locator(".star").click();
    assertThat(page.locator(".star")).hasAttribute("aria-pressed", "true");

    page.locator("#edit-note").click();
    page.locator("#note-text textarea").fill("# Why\n\n<script>document.title = 'bad'</script>");
    assertThat(page.locator(".note-preview h1")).hasText("Why");
    browser.screenshot("note-editor");
    page.reload();
    assertThat(page.locator("#note-text textarea"))
        .hasValue("# Why\n\n<script>document.title = 'bad'</script>");
    assertThat(page.locator(".note-preview h1")).hasText("Why");
    page.locator("#save-note").click();
    assertThat(page.locator(".note-text")).containsText("<script>");
    assertThat(page).not().hasTitle("bad");
    browser.screenshot("note");
    browser.dark();
    browser.screenshot("note-dark");
    browser.light();
    browser.narrow();
    browser.screenshot("note-narrow");
    browser.wide();
  }

  private void searchByKeys() {
    page.navigate("/");
    Locator box = page.locator("#search input");
    box.click();
    page.keyboard().type("ta");
    Locator options = page.locator(".completions [role=option]");
    assertThat(options.first()).containsText("tag:");
    browser.screenshot("completions");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(options.first()).containsText("for-the-paper");
    page.keyboard().press("ArrowDown");
    assertThat(box).hasAttribute("aria-activedescendant", options.first().getAttribute("id"));
    page.keyboard().press("Enter");
    assertThat(box).hasValue("tag:for-the-paper ");
    assertThat(page.locator(".experiment-row")).hasCount(1);
    page.keyboard().type("is");
    assertThat(options.first()).containsText("is:");
    page.keyboard().press("Escape");
    assertThat(options).hasCount(0);
    assertThat(box).hasValue("tag:for-the-paper is");
    page.keyboard().type(":favourite");
    page.waitForURL(
        Pattern.compile(".*q=tag%3Afor-the-paper\\+is%3Afavourite.*|.*q=tag.*favourite.*"));
    page.reload();
    assertThat(page.locator("#search input")).hasValue("tag:for-the-paper is:favourite");
    assertThat(page.locator(".experiment-row")).hasCount(1);
    page.locator("#search-help").click();
    assertThat(page.locator(".search-help")).containsText("All terms must hold");
    browser.screenshot("search-help");
    page.keyboard().press("Escape");
  }

  private void keepTheSearch() {
    page.locator("#save-search").click();
    page.locator("#search-name input").fill("For the paper");
    page.locator("#save-name").click();
    assertThat(page.locator(".saved-search a")).hasText("For the paper");
    page.navigate("/");
    assertThat(page.locator(".experiment-row")).hasCount(2);
    browser.screenshot("experiments-labelled");
    browser.dark();
    browser.screenshot("experiments-labelled-dark");
    browser.light();
    browser.narrow();
    browser.screenshot("experiments-labelled-narrow");
    browser.wide();
    page.locator(".saved-search a").click();
    page.waitForURL(Pattern.compile(".*search=[a-z0-9]{12}"));
    assertThat(page.locator(".experiment-row")).hasCount(1);
  }

  private void overlay(String plain, String other) {
    page.navigate("/comparison?experiments=" + plain + "," + other + "&spread=interval");
    Locator drawn = page.locator("shiftscope-chart[drawn]:visible");
    assertThat(drawn).hasCount(4, new HasCountOptions().setTimeout(PATIENCE));
    assertThat(browser.coloursOf("#figure-means")).isGreaterThan(5);
    assertThat(browser.coloursOf("#figure-lines-test")).isGreaterThan(5);
    browser.screenshot("overlay");
    browser.dark();
    browser.screenshot("overlay-dark");
    browser.light();
    browser.narrow();
    browser.screenshot("overlay-narrow");
    browser.wide();
  }
}
