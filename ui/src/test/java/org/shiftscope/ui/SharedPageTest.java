package org.shiftscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.frontend.EChart;
import org.shiftscope.frontend.TypesetFormula;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.sharedview.SharedCsv;
import org.shiftscope.ui.sharedview.SharedView;
import org.shiftscope.ui.sharedview.SharedView.SharedFigure;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;
import org.shiftscope.ui.sharedview.WriteSharedPage;
import org.shiftscope.ui.sharing.ShareSubject;
import org.shiftscope.ui.sharing.WhatIsShared;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that is written of a frozen view. */
class SharedPageTest extends SharedViewStory {

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
