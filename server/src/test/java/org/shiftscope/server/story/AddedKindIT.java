package org.shiftscope.server.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A kind of experiment that was not there before, added by four files and four lines: a server
 * computes, resumes, estimates, judges and shows it as any other.
 */
@Timeout(240)
class AddedKindIT {

  private static final String PRESET = "metropolis-two-wells";

  @TempDir private Path folder;
  private Path launcher;

  @BeforeEach
  void add() throws IOException {
    launcher = CompileAddedKind.into(folder);
  }

  @Test
  void aKindThatIsAddedByFourFilesAndFourLinesIsComputedResumedFoundAndShown() throws Exception {
    String path;
    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      path = lab.submit(chains());
      awaitCheckpoint(lab, path);
      assertThat(lab.experiment(path).get("state").asString()).isEqualTo("running");
      server.kill();
    }
    try (ChildServer server = serve()) {
      Lab lab = server.serving();
      server.awaitSaid("A trial goes on from its checkpoint.");
      lab.untilEnd(path);
      String undisturbed = lab.submit(chains());
      lab.untilEnd(undisturbed);
      List<JsonNode> resumed = measurements(lab, path);
      assertThat(resumed).hasSize(2).isEqualTo(measurements(lab, undisturbed));
      assertThat(lab.trials(path)).extracting(t -> t.get("attempts").asInt()).containsOnly(2);
      assertThat(resumed)
          .allSatisfy(
              chain -> {
                assertThat(chain.get("type").asString()).isEqualTo("metropolis-measurement");
                assertThat(chain.get("left").asDouble())
                    .isCloseTo(chain.get("exactLeft").asDouble(), within(0.02));
              });
      answersOverRest(lab, path);
      try (Browser browser = Browser.open(lab.address())) {
        isSeen(browser.page(), path, resumed.getFirst().get("sentence").asString());
        assertThat(browser.complaints()).isEmpty();
      }
      assertThat(server.stop(10)).isTrue();
    }
  }

  private static void answersOverRest(Lab lab, String path) {
    assertThat(lab.get("/api/presets").body()).contains(PRESET);
    assertThat(lab.get(path + "/findings").json().get("type").asString())
        .isEqualTo("metropolis-findings");
    Lab.Answer estimate = lab.post("/api/estimates", chains().toString());
    assertThat(estimate.status()).isEqualTo(200);
    assertThat(estimate.json().get("trials").asInt()).isEqualTo(2);
    assertThat(
            lab.post("/api/experiments", chains().asObject().put("tilt", 300).toString())
                .problems())
        .anySatisfy(problem -> assertThat(problem).contains("tilt", "must be a number"));
  }

  private static void isSeen(Page page, String path, String sentence) {
    page.navigate(path.substring("/api".length()));
    page.locator("#figure-left-well[drawn]").waitFor();
    assertThat(page.locator("#findings")).not().isEmpty();
    page.locator("#tab-trial").click();
    assertThat(page.locator("#trial-sentence")).containsText(sentence);
    page.locator("#figure-chain[drawn]").waitFor();
    page.navigate("/new");
    page.locator("#kind-metropolis").click();
    page.locator("#preset-" + PRESET).click();
    assertThat(page.locator("#field-tilt input")).hasValue("0.1");
    assertThat(page.locator("#estimate"))
        .containsText("12", new ContainsTextOptions().setTimeout(20_000));
    assertThat(page.locator("#launch")).isEnabled();
  }

  /** Two chains of some seconds. */
  private static JsonNode chains() {
    return JsonMapper.shared()
        .readTree(
            """
            {"kind": "metropolis", "title": "Chains", "steps": 600000000,
             "temperatures": [0.2, 0.5], "seeds": [7]}
            """);
  }

  private ChildServer serve() throws IOException {
    return ChildServer.launch(
        launcher,
        "serve",
        "--port",
        "0",
        "--data",
        folder.resolve("data").toString(),
        "--slots",
        "2");
  }

  /** Of both trials. */
  private void awaitCheckpoint(Lab lab, String path) throws Exception {
    Path kept = folder.resolve("data/checkpoints");
    long until = System.nanoTime() + 30_000_000_000L;
    while (count(kept) < 2) {
      assertThat(System.nanoTime())
          .describedAs("checkpoints came in time: %s", lab.trials(path))
          .isLessThan(until);
      Thread.sleep(20); // there is no event to wait for: files come silently
    }
  }

  private static long count(Path kept) throws IOException {
    if (!Files.exists(kept)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.filter(file -> file.getFileName().toString().endsWith(".1")).count();
    }
  }

  private static List<JsonNode> measurements(Lab lab, String path) {
    return lab.trials(path).stream()
        .map(
            trial ->
                (JsonNode)
                    trial.asObject().remove(List.of("attempts", "started", "ended", "worker")))
        .toList();
  }
}
