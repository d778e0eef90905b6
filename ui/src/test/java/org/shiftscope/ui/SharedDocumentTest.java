package org.shiftscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.ui.sharedview.PackShare;
import org.shiftscope.ui.sharedview.SharedView;
import org.shiftscope.ui.sharedview.SharedViewJson;
import org.shiftscope.ui.sharing.FreezeView;
import org.shiftscope.ui.sharing.WhatIsShared;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of a frozen view, of now and of old. */
class SharedDocumentTest extends SharedViewStory {

  /** A document as version 1 stored it. It is never written anew: a version adds one. */
  private static final Path OLD =
      Path.of("src/test/resources/org/shiftscope/ui/sharedview/shared-view-1.json");

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
}
