package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;

/** A person shares a result, and somebody without account, cookie or scripts reads it. */
@Timeout(180)
class ShareStoryIT {

  /** To freeze computes what was found, where nobody has looked yet. */
  private static final double PATIENCE_MILLIS = 30_000;

  private final LaterClock clock = new LaterClock();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  @TempDir private Path data;
  private RunningServer server;
  private Lab lab;
  private Browser browser;
  private Page page;
  private String experiment;

  @BeforeEach
  void open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    server = InProcess.start(data, clock);
    lab = new Lab(server.address());
    browser = Browser.open(server.address());
    page = browser.page();
    experiment = lab.submit(lab.get("/api/presets").json().get(0).get("spec"));
    lab.untilEnd(experiment);
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  @Test
  void aResultIsSharedReadByAStrangerAndTakenBack() {
    String goes = share(false);
    String stays = share(true);
    readAsAStranger(goes);
    readWithoutScripts(goes);
    printed(goes);
    embedded(goes);
    delete(goes, stays);
    revoke(stays);
    expires(stays);
    assertThat(browser.complaints().stream().filter(said -> !said.contains("404")))
        .describedAs("what the consoles complain of, but for links that opened nothing")
        .isEmpty();
  }

  /** By the dialog. Returns the whole address. */
  private String share(boolean kept) {
    page.navigate(experiment.replace("/api", ""));
    page.locator("#share").click();
    page.locator("#share-note textarea").fill("Mind the **slope** of the\ncurvature");
    if (kept) {
      page.locator("#share-kept input").check();
    }
    browser.screenshot("share-dialog");
    page.locator("#share-make").click();
    Locator link = page.locator("#share-link input");
    assertThat(link).hasValue(Pattern.compile("http://localhost:\\d+/s/[a-z2-7]{26}"));
    browser.screenshot("share-link");
    assertThat(page.locator("#share-embed textarea"))
        .hasValue(Pattern.compile("<iframe src=\"http://localhost:\\d+/s/[a-z2-7]{26}/embed\".*"));
    page.locator("#share-figure").click();
    page.locator("vaadin-select-item:visible").nth(1).click();
    assertThat(page.locator("#share-embed textarea"))
        .hasValue(Pattern.compile(".*/s/[a-z2-7]{26}/embed\\?figure=[\\w-]+\" .*"));
    return link.inputValue();
  }

  private void readAsAStranger(String link) {
    Page stranger = browser.stranger(true);
    stranger.onRequest(request -> requests.add(request.url()));
    stranger.navigate(link);
    Locator losses = stranger.locator("#figure-losses shiftscope-chart[drawn]");
    assertThat(losses).isVisible();
    assertThat(stranger.locator("body")).containsText("Mind the slope of the");
    losses.focus();
    stranger.keyboard().press("ArrowRight");
    assertThat((String) losses.evaluate("chart => chart.said")).contains("Point 1 of");
    stranger.keyboard().press("ArrowDown");
    stranger.keyboard().press("Enter");
    assertThat(stranger.locator("tr.chosen")).isVisible();
    stranger.locator("#figure-losses summary").click();
    assertThat(stranger.locator("#figure-losses table")).isVisible();
    assertThat(stranger.locator(".katex-error")).hasCount(0);

    String token = link.substring(link.lastIndexOf('/') + 1);
    URI address = server.address();
    assertThat(requests)
        .filteredOn(url -> !url.startsWith("data:"))
        .isNotEmpty()
        .allMatch(
            url ->
                url.startsWith(address + "/s/" + token) || url.startsWith(address + "/s/assets/"));
    assertThat(stranger.context().cookies()).isEmpty();
    assertThat(stranger.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    String csv = stranger.locator("#figure-losses .csv a").getAttribute("href");
    assertThat(lab.get("/s/" + csv).body()).startsWith("\"Layer\",");
    looks(stranger, "shared");
    stranger.context().close();
  }

  private static void looks(Page stranger, String name) {
    picture(stranger, name + "-light");
    stranger.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(stranger.locator("#figure-losses shiftscope-chart[drawn]")).isVisible();
    picture(stranger, name + "-dark");
    stranger.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    stranger.setViewportSize(360, 800);
    picture(stranger, name + "-narrow");
    assertThat(stranger.evaluate("document.documentElement.scrollWidth"))
        .describedAs("pixels at 360")
        .isEqualTo(360);
  }

  private static void picture(Page of, String name) {
    Path folder = Path.of(System.getProperty("shiftscope.screenshots", "target/screenshots"));
    of.evaluate("scrollTo(0, 0)");
    of.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  private void readWithoutScripts(String link) {
    Page plain = browser.stranger(false);
    plain.navigate(link);
    assertThat(plain.locator("#figure-losses table")).isVisible();
    assertThat(plain.locator("#trials table")).isVisible();
    plain.context().close();
  }

  /** A4, with a picture of every figure and no tools. */
  private void printed(String link) {
    Page paper = browser.stranger(true);
    paper.navigate(link);
    int figures = paper.locator("figure").count();
    paper.locator("figure img.printed[src]").nth(figures - 1).waitFor(ATTACHED);
    assertThat(paper.locator("figure img.printed[src^='data:image/svg+xml']")).hasCount(figures);
    paper.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    assertThat(paper.locator("#figure-losses img.printed")).isVisible();
    assertThat(paper.locator("#figure-losses .tools")).isHidden();
    Path file =
        Path.of(System.getProperty("shiftscope.screenshots", "target/screenshots"))
            .resolve("shared-print.pdf");
    byte[] pdf = paper.pdf(new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true));
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    paper.context().close();
  }

  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions()
          .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);

  private void embedded(String link) {
    Page alone = browser.stranger(true);
    alone.navigate(link + "/embed?figure=losses");
    assertThat(alone.locator("shiftscope-chart[drawn]")).isVisible();
    assertThat(alone.locator("figure")).hasCount(1);
    picture(alone, "shared-embed");
    alone.context().close();
  }

  private void delete(String goes, String stays) {
    lab.delete(experiment);
    assertThat(opens(goes)).isFalse();
    assertThat(opens(stays)).isTrue();
    assertThat(lab.post(experiment + "/purge", "").status()).isEqualTo(204);
    assertThat(opens(stays)).isTrue();
  }

  private void revoke(String stays) {
    page.navigate("/shares");
    assertThat(page.locator(".share-row")).hasCount(1);
    assertThat(page.locator(".share-row")).containsText("Opened");
    browser.screenshot("shares");
    browser.dark();
    browser.screenshot("shares-dark");
    browser.light();
    browser.narrow();
    browser.screenshot("shares-narrow");
    browser.wide();
    page.getByText("Revoke", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".share-row")).containsText("revoked on");
    assertThat(opens(stays)).isFalse();
    page.getByText("Open it again").click();
    assertThat(page.locator(".share-row [data-state=open]")).isVisible();
    assertThat(opens(stays)).isTrue();
  }

  private void expires(String stays) {
    clock.forward(Duration.ofDays(29));
    assertThat(opens(stays)).isTrue();
    clock.forward(Duration.ofDays(2));
    assertThat(opens(stays)).isFalse();
    page.navigate("/shares");
    assertThat(page.locator(".share-row [data-state=expired]")).isVisible();
  }

  private boolean opens(String link) {
    return lab.get(URI.create(link).getPath()).status() == 200;
  }
}
