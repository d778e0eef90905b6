package org.shiftscope.server.story;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person at a real Chromium, and all that its console complains of. */
final class Browser implements AutoCloseable {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;
  private static final int NARROW_WIDTH = 390;
  private static final int PATIENCE_MILLIS = 30_000;

  private final Playwright playwright;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Browser(Playwright playwright, BrowserContext context) {
    this.playwright = playwright;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    this.page = context.newPage();
    page.onConsoleMessage(this::listen);
    page.onPageError(complaints::add);
  }

  static Browser open(URI address) {
    String chromium = System.getenv().getOrDefault("SHIFTSCOPE_CHROMIUM", "/usr/bin/chromium");
    Playwright playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new LaunchOptions()
            .setExecutablePath(Path.of(chromium))
            .setArgs(
                List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    var context =
        playwright
            .chromium()
            .launch(options)
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setBaseURL(address.toString())
                    .setIgnoreHTTPSErrors(true)
                    .setViewportSize(WIDTH, HEIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setColorScheme(ColorScheme.LIGHT));
    return new Browser(playwright, context);
  }

  Page page() {
    return page;
  }

  /**
   * A page of somebody else, who has no cookie and nothing stored; its complaints are heard too.
   */
  Page stranger(boolean scripts) {
    BrowserContext context =
        page.context()
            .browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setIgnoreHTTPSErrors(true)
                    .setViewportSize(WIDTH, HEIGHT)
                    .setJavaScriptEnabled(scripts)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setColorScheme(ColorScheme.LIGHT));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Page other = context.newPage();
    other.onConsoleMessage(this::listen);
    other.onPageError(complaints::add);
    return other;
  }

  /** What the console and the page's scripts complained of. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  void dark() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
  }

  void light() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  void narrow() {
    page.setViewportSize(NARROW_WIDTH, HEIGHT);
  }

  void wide() {
    page.setViewportSize(WIDTH, HEIGHT);
  }

  /** Saves what is seen, for people to look at. */
  void screenshot(String name) {
    Path folder = Path.of(System.getProperty("shiftscope.screenshots", "target/screenshots"));
    page.evaluate("scrollTo(0, 0)");
    page.screenshot(
        new ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  /** How many different colours a chart's canvas holds: a blank one holds one. */
  int coloursOf(String chart) {
    Object colours =
        page.locator(chart)
            .evaluate(
                """
                chart => {
                  const canvas = chart.querySelector('canvas') || chart.shadowRoot.querySelector('canvas');
                  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  const colours = new Set();
                  for (let i = 0; i < pixels.length; i += 4)
                    colours.add(pixels[i] + ',' + pixels[i + 1] + ',' + pixels[i + 2] + ',' + pixels[i + 3]);
                  return colours.size;
                }
                """);
    return ((Number) colours).intValue();
  }

  private void listen(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      complaints.add(message.text());
    }
  }

  @Override
  public void close() {
    playwright.close();
  }
}
