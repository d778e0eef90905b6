package org.shiftscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.frontend.EChart;
import org.shiftscope.frontend.TypesetFormula;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.sharedview.FreezeStored;
import org.shiftscope.ui.sharedview.PackShare;
import org.shiftscope.ui.sharedview.PageFacts;
import org.shiftscope.ui.sharedview.SharedCsv;
import org.shiftscope.ui.sharedview.SharedView;
import org.shiftscope.ui.sharedview.SharedView.SharedFigure;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;
import org.shiftscope.ui.sharedview.SharedViewJson;
import org.shiftscope.ui.sharedview.WriteSharedPage;
import org.shiftscope.ui.sharing.FreezeView;
import org.shiftscope.ui.sharing.ShareSubject;
import org.shiftscope.ui.sharing.WhatIsShared;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is frozen of what is stored, and the page that is written of it, now and of old. */
class SharedViewTest {

  /** A document as version 1 stored it. It is never written anew: a version adds one. */
  private static final Path OLD =
      Path.of("src/test/resources/org/shiftscope/ui/sharedview/shared-view-1.json");

  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  @TempDir Path folder;
  private Browserless pages;
  private FreezeView freeze;

  @BeforeEach
  void open() {
    pages = new Browserless(folder);
    freeze =
        new FreezeStored(pages.experiments(), "0.1.0", "c0ffee", Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    pages.close();
  }

  private Experiment run(String title) {
    return pages.run(
        Planted.sweep(title, List.of(0.003, 0.01, 0.03), 4),
        (spec, trial, watch) ->
            Planted.judged(
                Planted.measurement(
                    2 - 0.2 * (trial % 3) + 0.01 * (trial / 3), 0.3, Outcome.MEASURED)));
  }

  private SharedView frozen(WhatIsShared what, String note) throws IOException {
    FreezeView.Frozen frozen = freeze.freeze(what, note, Optional.of("Ada"));
    byte[] json = PackShare.unpack(frozen.content().view());
    return SharedViewJson.read(frozen.content().format(), frozen.content().version(), json)
        .orElseThrow();
  }

  private static String page(SharedView view) {
    return WriteSharedPage.whole(facts(view));
  }

  private static PageFacts facts(SharedView view) {
    return new PageFacts(
        view,
        "ab12",
        Optional.of(NOON),
        new PageFacts.Addresses(
            "assets/p.js", "assets/p.css", "assets/i.svg", "t/", "t.json", "t"));
  }

  @Test
  void anExperimentIsFrozenWithItsFindingsFiguresTrialsAndSpec() throws IOException {
    Experiment sweep = run("Falls");
    SharedView view =
        frozen(WhatIsShared.experiment(sweep.id().value(), Include.COUNTED), "For the group");

    assertThat(view.title()).isEqualTo("Falls");
    assertThat(view.asOf()).isEmpty();
    assertThat(view.sections())
        .extracting(SharedView.Section::id)
        .containsExactly("findings", "trends", "eq3", "scatter", "trials", "spec");
    List<String> found = view.sections().getFirst().sentences();
    assertThat(found)
        .hasSizeGreaterThan(2)
        .isEqualTo(
            pages
                .experiments()
                .findings()
                .of(sweep.summary(), sweep.spec().orElseThrow(), Include.COUNTED)
                .sentences());
    assertThat(page(view))
        .contains("<p class=\"lead\">" + Notation.html(found.getFirst()) + "</p>")
        .contains("<li>" + Notation.html(found.getLast()) + "</li>");
    assertThat(view.figures()).extracting(SharedFigure::id).contains("losses", "eq3");
    assertThat(view.figures())
        .allSatisfy(
            figure -> {
              assertThat(figure.option().get("series").size()).isPositive();
              assertThat(figure.numbers().rows()).isNotEmpty();
            });
    SharedTable trials = view.sections().get(4).tables().getFirst();
    assertThat(trials.rows()).hasSize(12);
    assertThat(trials.columns()).extracting(SharedView.Column::head).contains("trial", "sentence");
    assertThat(view.sections().get(5).text()).contains("\"temperature-sweep\"");
  }

  @Test
  void allNamesInAViewAreDifferent() throws IOException {
    Experiment sweep = run("Names");
    Experiment other = run("Others");
    List<String> both = List.of(sweep.id().value(), other.id().value());
    for (WhatIsShared what :
        List.of(
            WhatIsShared.experiment(both.getFirst(), Include.COUNTED),
            WhatIsShared.trial(both.getFirst(), 4),
            WhatIsShared.together(ShareSubject.COMPARISON, both),
            WhatIsShared.together(ShareSubject.CLAIMS, both))) {
      SharedView view = frozen(what, "");
      assertThat(view.figures()).extracting(SharedFigure::id).doesNotHaveDuplicates();
      assertThat(view.tables()).extracting(SharedTable::id).doesNotHaveDuplicates();
      assertThat(ids(page(view))).doesNotHaveDuplicates().isNotEmpty();
    }
  }

  private static List<String> ids(String html) {
    return java.util.regex.Pattern.compile(" id=\"([^\"]*)\"")
        .matcher(html)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void aTrialIsFrozenWithItsCertificatesAndNumbers() throws IOException {
    Experiment sweep = run("One");
    SharedView view = frozen(WhatIsShared.trial(sweep.id().value(), 5), "");
    assertThat(view.title()).isEqualTo("Trial 5 of “One”");
    assertThat(String.join(" ", view.sections().getFirst().sentences())).contains("θ_te: ");
    assertThat(view.figures()).extracting(SharedFigure::id).contains("line-loss");
    assertThat(page(view)).contains("Certificate of θ<sub>te</sub>");
  }

  @Test
  void aComparisonIsFrozenWithAllItsQuantitiesAndClaimsWithTheirEvidence() throws IOException {
    List<String> both = List.of(run("Plain").id().value(), run("Same").id().value());
    SharedView comparison = frozen(WhatIsShared.together(ShareSubject.COMPARISON, both), "");
    assertThat(page(comparison))
        .contains("The reference is “Plain”.", "“Same” gives the same as “Plain”", "3 equivalent");
    assertThat(comparison.tables()).extracting(SharedTable::id).contains("all-tests");

    SharedView claims = frozen(WhatIsShared.together(ShareSubject.CLAIMS, both), "");
    assertThat(claims.sections()).hasSize(13);
    assertThat(page(claims)).contains("By Jonckheere–Terpstra within seeds");
  }

  @Test
  void aRunningExperimentIsFrozenAsOfThen() throws IOException {
    Experiment waits = pages.experiments().submit(Planted.sweep("Waits", List.of(0.003, 0.01), 2));
    SharedView view = frozen(WhatIsShared.experiment(waits.id().value(), Include.COUNTED), "");
    assertThat(view.asOf())
        .isEqualTo("As of this moment: “Waits” had 0 of its 4 trials behind it.");
    assertThat(page(view)).contains("No trial had a result yet.");
    assertThat(view.figures()).isEmpty();
  }

  @Test
  void theHashIsThatOfTheFileAsItIsDownloaded() throws Exception {
    Experiment sweep = run("Hashed");
    FreezeView.Frozen frozen =
        freeze.freeze(
            WhatIsShared.experiment(sweep.id().value(), Include.COUNTED), "", Optional.empty());
    var file = new ByteArrayOutputStream();
    PackShare.download(
        "shared-view",
        1,
        frozen.content().view(),
        new ByteArrayInputStream(frozen.content().data()),
        file);

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.toByteArray());
    assertThat(frozen.content().sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(frozen.content().size()).isEqualTo(file.size());
    JsonNode json = JsonMapper.shared().readTree(file.toByteArray());
    assertThat(json.get("format").asString()).isEqualTo("shared-view");
    assertThat(json.get("version").asInt()).isEqualTo(1);
    assertThat(json.at("/view/title").asString()).isEqualTo("Hashed");
    assertThat(json.at("/data/experiments/0/spec/title").asString()).isEqualTo("Hashed");
    assertThat(json.at("/data/experiments/0/trials").size()).isEqualTo(12);
    assertThat(json.at("/data/experiments/0/trials/11/result/type").asString())
        .isEqualTo("shift-measurement");
  }

  @Test
  void whatIsLeftOutByHandIsSaidByEachFigureItsCsvAndTheData() throws IOException {
    String id = run("Without").id().value();
    WhatIsShared what = WhatIsShared.experiment(id, Include.COUNTED.without(List.of(3, 7)));
    SharedView view = frozen(what, "");
    assertThat(view.figures())
        .allSatisfy(
            figure -> {
              assertThat(figure.sentence()).endsWith("Without trials 3, 7, left out by hand.");
              assertThat(figure.option().get("note").asString()).contains("Without trials 3, 7");
              assertThat(SharedCsv.of(figure.numbers())).contains(",\"Without\"\n", ",\"3,7\"\n");
            });
    assertThat(WriteSharedPage.embedded(facts(view), "losses").orElseThrow())
        .contains("Without trials 3, 7, left out by hand.");
    JsonNode data =
        JsonMapper.shared()
            .readTree(PackShare.unpack(freeze.freeze(what, "", Optional.empty()).content().data()));
    assertThat(data.at("/experiments/0/include").asString()).isEqualTo("counted");
    assertThat(data.at("/experiments/0/without").toString()).isEqualTo("[3,7]");
  }

  @Test
  void trialsAreLeftOutOfAnExperimentAlone() {
    String id = run("Whole").id().value();
    WhatIsShared unknown = WhatIsShared.experiment(id, Include.COUNTED.without(List.of(3, 12)));
    assertThatThrownBy(() -> frozen(unknown, ""))
        .isInstanceOf(InvalidSpec.class)
        .hasMessage("without must be numbers of trials, 0 to 11; it is 12.");
    assertThatThrownBy(
            () ->
                new WhatIsShared(
                    ShareSubject.CLAIMS,
                    List.of(id),
                    Optional.empty(),
                    Include.ALL.without(List.of(3))))
        .isInstanceOfSatisfying(
            InvalidSpec.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::field)
                    .containsExactly("include", "without"));
  }

  @Test
  void whatAPersonWroteIsShownAndNeverRun() throws IOException {
    String script = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&";
    Experiment sweep = run(script);
    SharedView view = frozen(WhatIsShared.experiment(sweep.id().value(), Include.COUNTED), script);
    String html = page(view);
    assertThat(html)
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert", "<img src=x")
        .containsOnlyOnce("<script defer");
    assertThat(view.markdown()).isEqualTo(script);
  }

  @Test
  void aNoteIsMarkdownAndThePageTellsOfWhichSourcesItIs() throws IOException {
    Experiment sweep = run("Noted");
    SharedView view =
        frozen(
            WhatIsShared.experiment(sweep.id().value(), Include.COUNTED),
            "Mind the **slope**\n\n- [one](https://example.org)\n- [two](javascript:alert(1))");
    assertThat(page(view))
        .contains("<strong>slope</strong>", "href=\"https://example.org\"", "<code>c0ffee</code>")
        .doesNotContain("javascript:");
  }

  @Test
  void figuresAreShownAloneToOtherPages() throws IOException {
    SharedView view =
        frozen(WhatIsShared.experiment(run("Framed").id().value(), Include.COUNTED), "");
    String losses = WriteSharedPage.embedded(facts(view), "losses").orElseThrow();
    assertThat(losses).contains("id=\"figure-losses\"").doesNotContain("figure-eq3");
    assertThat(WriteSharedPage.embedded(facts(view), "nosuch")).isEmpty();
    assertThat(WriteSharedPage.embedded(facts(view))).contains("figure-losses", "figure-eq3");
  }

  @Test
  void aTableComesBackAsCsvWithoutLoss() throws IOException {
    SharedView view =
        frozen(WhatIsShared.experiment(run("Lossless").id().value(), Include.COUNTED), "");
    SharedTable losses = view.figures().getFirst().numbers();
    List<String> lines = SharedCsv.of(losses).lines().toList();
    assertThat(lines).hasSize(losses.rows().size() + 1);
    assertThat(lines.getFirst()).startsWith("\"Layer\",\"");
    String[] first = lines.get(1).split(",", -1);
    assertThat(Double.parseDouble(first[1])).isEqualTo(losses.rows().getFirst().get(1).asDouble());
  }

  @Test
  void whatIsNotThereIsRefusedByItsField() {
    Experiment sweep = run("Here");
    assertThatThrownBy(() -> frozen(WhatIsShared.experiment("nosuchthing1", Include.COUNTED), ""))
        .isInstanceOf(InvalidSpec.class)
        .hasMessage(
            "experiments[0] must be the id of an experiment of this server; it is nosuchthing1.");
    assertThatThrownBy(() -> frozen(WhatIsShared.trial(sweep.id().value(), 12), ""))
        .hasMessage("trial must be the number of a trial, from 0 to 11; it is 12.");
    assertThatThrownBy(
            () -> WhatIsShared.together(ShareSubject.COMPARISON, List.of(sweep.id().value())))
        .hasMessage("experiments must be 2 to 8 ids of experiments; it is 1 of them.");
  }

  @Test
  void aDocumentOfAnEarlierVersionIsStillShown() throws IOException {
    if (Boolean.getBoolean("golden.write") && !Files.exists(OLD)) {
      Files.createDirectories(OLD.getParent());
      FreezeView.Frozen frozen =
          freeze.freeze(
              WhatIsShared.experiment(run("Stored of old").id().value(), Include.COUNTED),
              "A note",
              Optional.of("Ada"));
      Files.write(OLD, PackShare.unpack(frozen.content().view()));
    }
    SharedView old = SharedViewJson.read("shared-view", 1, Files.readAllBytes(OLD)).orElseThrow();
    assertThat(page(old))
        .contains(
            "<h1>Stored of old</h1>",
            "<blockquote class=\"note\">A note</blockquote>",
            "Frozen on <time datetime=\"2026-11-27T12:00:00Z\">27 November 2026, 12:00:00 UTC</time> by Ada",
            "id=\"figure-losses\"",
            "<tr id=\"trial-11\">",
            "ab12");
    assertThat(old.figures()).hasSizeGreaterThan(3);
  }

  /** A field that comes or goes is seen here, and is to be thought of in {@link SharedView}. */
  @Test
  void whatIsWrittenHasTheFieldsOfTheStoredDocument() throws IOException {
    SharedView view =
        frozen(WhatIsShared.experiment(run("Now").id().value(), Include.COUNTED), "A note");
    JsonNode now = JsonMapper.shared().valueToTree(view);
    JsonNode old = JsonMapper.shared().readTree(Files.readString(OLD));
    Set<String> known = fields(old);
    known.addAll(
        List.of("/commit", "/markdown")); // came within version 1, empty where they are not
    assertThat(fields(now)).isEqualTo(known);
  }

  private static Set<String> fields(JsonNode json) {
    Set<String> found = new TreeSet<>();
    fields("", json, found);
    return found;
  }

  private static void fields(String path, JsonNode json, Set<String> found) {
    if (path.endsWith("/option")) {
      return; // ECharts' words
    }
    json.properties()
        .forEach(
            field -> {
              found.add(path + "/" + field.getKey());
              fields(path + "/" + field.getKey(), field.getValue(), found);
            });
    if (json.isArray()) {
      json.forEach(element -> fields(path, element, found));
    }
  }

  @Test
  void whatANewerVersionWroteIsNotGuessedAt() {
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(SharedViewJson.read("shared-view", 2, json)).isEmpty();
    assertThat(SharedViewJson.read("other", 1, json)).isEmpty();
    assertThat(SharedViewJson.read("shared-view", 1, "{".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void sharedPagesDrawWithTheSameLibrariesAsThePages() throws IOException {
    JsonNode bundled =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of("../frontend/src/main/shared-page/package.json")))
            .get("dependencies");
    for (Class<?> component : List.of(EChart.class, TypesetFormula.class)) {
      NpmPackage used = component.getAnnotation(NpmPackage.class);
      assertThat(bundled.get(used.value()).asString()).isEqualTo(used.version());
    }
  }
}
