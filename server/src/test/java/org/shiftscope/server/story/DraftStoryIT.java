package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;

/** A person types into the form, and whatever happens to page, session and server, it is kept. */
@Timeout(120)
class DraftStoryIT {

  private static final double THREE_SECONDS = 3_000;

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
  void whatIsTypedSurvivesReloadTheWayBackAnotherKindAPresetAndALostSession() {
    page.navigate("/new");
    type("title", "Mine");
    type("sgd-batchSize", "abc");
    page.waitForURL("**sgd.batchSize=abc**");
    assertThat(page.locator("#launch")).isDisabled(); // the server has heard of it
    page.reload();
    keptAsTyped();

    page.locator("#kind-landscape").click();
    page.waitForURL("**/new?preset=paper-figure-4-left");
    page.goBack();
    keptAsTyped();
    page.locator("#kind-landscape").click();
    assertThat(page.locator(".spec-form")).hasAttribute("data-kind", "landscape");
    page.locator("#kind-temperature-sweep").click();
    keptAsTyped();

    page.locator("#presets vaadin-details-summary").click();
    page.locator("#preset-measures-digits").click();
    assertThat(input("sgd-batchSize")).not().hasValue("abc");
    page.getByText("Undo").click();
    keptAsTyped();

    page.navigate("/");
    page.locator(".page").waitFor();
    page.navigate("/new");
    keptAsTyped();

    page.context().clearCookies();
    type("sgd-lambda", "1e-4");
    page.waitForURL("**sgd.lambda=1e-4**");
    page.reload();
    keptAsTyped();
    reads("sgd-lambda", "1e-4");
    assertThat(page.locator(".server-line")).containsText("session had ended");
  }

  @Test
  void aPageSaysWithinThreeSecondsThatTheServerIsAwayAndLaunchesWhatItSaysOnceItIsBack() {
    page.navigate("/new");
    type("title", "Over a restart");
    type("sgd-flowTime", "3");
    reads("title", "Over a restart");
    int port = server.address().getPort();
    server.close();
    assertThat(page.locator(".server-line"))
        .containsText(
            "The server does not answer. What you see is as of ",
            new ContainsTextOptions().setTimeout(THREE_SECONDS));
    type("sgd-batchSize", "16");
    server = InProcess.start(data, port);
    assertThat(page.locator(".server-line")).containsText("The server was started anew");
    assertThat(page.locator(".server-line")).containsText("nothing was launched");
    reads("title", "Over a restart");
    reads("sgd-batchSize", "16");
    assertThat(page.locator("#launch")).isEnabled();
    page.locator("#launch").click();
    page.waitForURL(Pattern.compile(".*/experiments/[a-z0-9]{12}.*"));
    String id = page.url().replaceAll(".*/experiments/([a-z0-9]{12}).*", "$1");
    var spec = new Lab(server.address()).get("/api/experiments/" + id + "/spec").json();
    assertThat(spec.at("/title").asString()).isEqualTo("Over a restart");
    assertThat(spec.at("/sgd/batchSize").asInt()).isEqualTo(16);
    page.navigate("/new");
    reads("title", "Quick start: digits");
  }

  @Test
  void anAnswerOnItsWayTakesNothingThatWasTypedSinceAndPriorityIsLaunchedAsItWasKept() {
    page.navigate("/new");
    reads("title", "Quick start: digits");
    // What the server answers to one field, told between a key in another and the server's hearing.
    Object search =
        page.evaluate(
            """
            () => {
              const input = document.querySelector('#field-sgd-batchSize input');
              input.value = 'abc';
              input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
              window.shiftscopeDraft.keep(
                'temperature-sweep', 'preset=quick-start&title=Mine', 'title=Mine&sgd.batchSize=32');
              return location.search;
            }
            """);
    assertThat((String) search).contains("title=Mine", "sgd.batchSize=abc");
    type("sgd-batchSize", "16");
    type("priority", "11");
    assertThat(page.locator("#launch-hint")).containsText("One field has a problem");
    assertThat(page.locator("#field-priority"))
        .containsText("Must be a whole number from -10 to 10");
    type("priority", "5");
    type("trialHours", "2");
    assertThat(page.locator("#launch")).isEnabled();
    page.reload();
    reads("priority", "5");
    reads("trialHours", "2");
    reads("sgd-batchSize", "16");
    page.locator("#launch").click();
    page.waitForURL(Pattern.compile(".*/experiments/[a-z0-9]{12}.*"));
    String id = page.url().replaceAll(".*/experiments/([a-z0-9]{12}).*", "$1");
    var launched = new Lab(server.address()).get("/api/experiments/" + id).json();
    assertThat(launched.at("/priority").asInt()).isEqualTo(5);
    assertThat(launched.at("/trialHours").asDouble()).isEqualTo(2);
  }

  private void keptAsTyped() {
    reads("title", "Mine");
    reads("sgd-batchSize", "abc");
    assertThat(page.locator("#launch")).isDisabled();
  }

  private void type(String field, String text) {
    input(field).fill(text);
  }

  private void reads(String field, String text) {
    assertThat(input(field)).hasValue(text);
  }

  private Locator input(String field) {
    return page.locator("#field-" + field + " input");
  }
}
