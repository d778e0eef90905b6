package org.shiftscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.sharedview.PackShare;
import org.shiftscope.ui.sharedview.SharedCsv;
import org.shiftscope.ui.sharedview.SharedView;
import org.shiftscope.ui.sharedview.SharedView.SharedFigure;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;
import org.shiftscope.ui.sharedview.WriteSharedPage;
import org.shiftscope.ui.sharing.FreezeView;
import org.shiftscope.ui.sharing.ShareSubject;
import org.shiftscope.ui.sharing.WhatIsShared;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is frozen of what is stored. */
class SharedViewTest extends SharedViewStory {

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
}
