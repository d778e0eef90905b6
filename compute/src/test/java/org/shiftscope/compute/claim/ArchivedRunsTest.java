package org.shiftscope.compute.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.compute.result.JudgedClaims.Place;
import org.shiftscope.compute.result.JudgedClaims.Weighed;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.Variants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The archived runs of docs/results/runs, judged anew: docs/results/verdicts.md is what comes out,
 * and the table at the top of docs/results/claims.md is its own. With {@code -Dgolden.write=true}
 * verdicts.md is written anew.
 */
class ArchivedRunsTest {

  private static final Path RESULTS = Path.of("..", "docs", "results");
  private static final Path VERDICTS = RESULTS.resolve("verdicts.md");

  /** An archive, and what it is called in the tables. */
  private enum Run {
    VGG16("e1-vgg16", "VGG16"),
    RESNET10("e1-resnet10", "ResNet10"),
    FASHION_MNIST("e1-fashion-mnist", "cnn"),
    DIGITS("quick-start", "digits"),
    MEASURES("measures-digits", "measures"),
    EQ4("eq4-digits", "Eq. 4 on digits"),
    EQ4_VGG16("eq4-vgg16", "Eq. 4 on VGG16"),
    TWO_STAGE("two-stage-digits", "two stages"),
    RESAMPLED_DIGITS("resampling-digits", "resampled digits"),
    RESAMPLED_FASHION_MNIST("resampling-fashion-mnist", "resampled Fashion-MNIST");

    private final String file;
    private final String title;

    Run(String file, String title) {
      this.file = file;
      this.title = title;
    }

    /** Its entries by their names, in order. */
    Map<String, JsonNode> archive() throws IOException {
      Map<String, JsonNode> entries = new TreeMap<>();
      try (var zip = new ZipFile(RESULTS.resolve("runs").resolve(file + ".zip").toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          try (InputStream in = zip.getInputStream(entry)) {
            entries.put(entry.getName(), JsonMapper.shared().readTree(in));
          }
        }
      }
      return entries;
    }
  }

  private static final Map<Run, HeldEvidence> HELD = new LinkedHashMap<>();

  @BeforeAll
  static void judge() throws IOException {
    for (Run run : Run.values()) {
      Map<String, JsonNode> archive = run.archive();
      ExperimentSpec spec = spec(archive);
      HELD.put(
          run,
          new HeldEvidence(
              run.file, run.title, Kind.of(spec).claims(results(archive), Include.COUNTED)));
    }
  }

  /** An archive of another version of a format would be read as what it is not. */
  @ParameterizedTest
  @EnumSource
  void anArchiveHoldsAResultOfEachTrialAsItIsWrittenToday(Run run) throws IOException {
    Map<String, JsonNode> archive = run.archive();

    assertThat(results(archive)).hasSize(spec(archive).trialCount());
    assertThat(Objects.requireNonNull(archive.get("manifest.json")).get("entries").valueStream())
        .filteredOn(entry -> entry.get("name").asString().startsWith("results/"))
        .allSatisfy(
            entry ->
                assertThat(entry.get("version").asInt())
                    .isEqualTo(
                        Variants.versionOf(
                            Variants.of(TrialResult.class)
                                .byId(entry.get("format").asString())
                                .orElseThrow())));
  }

  @Test
  void everyArchiveIsJudged() throws IOException {
    try (Stream<Path> files = Files.list(RESULTS.resolve("runs"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md"),
                      Arrays.stream(Run.values()).map(run -> run.file + ".zip"))
                  .toList());
    }
  }

  @Test
  void theVerdictsAreThoseOfTheDocument() throws IOException {
    String written = document();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(VERDICTS, written);
    }
    assertThat(written).isEqualTo(Files.readString(VERDICTS));
  }

  @Test
  void thePageThatIsReadFirstHasTheSameTable() throws IOException {
    assertThat(Files.readString(RESULTS.resolve("claims.md"))).contains(table());
  }

  private static ExperimentSpec spec(Map<String, JsonNode> archive) {
    return ReadSpec.from(Objects.requireNonNull(archive.get("spec.json")));
  }

  private static Map<Integer, TrialResult> results(Map<String, JsonNode> archive) {
    Map<Integer, TrialResult> results = new LinkedHashMap<>();
    archive.forEach(
        (name, json) -> {
          if (name.startsWith("results/")) {
            results.put(Integer.parseInt(name.substring(8, 14)), ResultJson.fromJson(json));
          }
        });
    return results;
  }

  private static String document() {
    JudgedClaims together = JudgeClaims.of(List.copyOf(HELD.values()));
    List<String> lines = new ArrayList<>();
    lines.add("# Every verdict, with its numbers");
    lines.add("");
    lines.add(
        "Judged from the archives in [runs](runs/README.md) by a test (`ArchivedRunsTest`), which writes this page and"
            + " fails where it would come out otherwise. What it means: [claims.md](claims.md).");
    lines.add("");
    lines.add(table());
    lines.add("Where several flow times are measured, a verdict of a run is over all of them.");
    for (Run run : Run.values()) {
      JudgedClaims alone = JudgeClaims.of(List.of(HELD.get(run)));
      lines.add("");
      lines.add("## %s (%d tests)".formatted(run.title, alone.tests()));
      lines.add("");
      lines.add(
          "| claim | τ, train and test | evidence | effect [95 %] | n, draws | alone | p | beside all | p |");
      lines.add("|---|---|---|---|---|---|---|---|---|");
      List<Row> rows = rows(alone, run);
      List<Row> beside = rows(together, run);
      IntStream.range(0, rows.size())
          .mapToObj(i -> rows.get(i).beside(beside.get(i)))
          .forEach(lines::add);
    }
    return String.join("\n", lines) + "\n";
  }

  /** The verdicts of each run on a page of its own, and of one page over all. */
  private static String table() {
    JudgedClaims together = JudgeClaims.of(List.copyOf(HELD.values()));
    Map<Run, JudgedClaims> alone = new LinkedHashMap<>();
    HELD.forEach((run, held) -> alone.put(run, JudgeClaims.of(List.of(held))));
    List<String> lines = new ArrayList<>();
    lines.add(
        Arrays.stream(Run.values())
            .map(run -> run.title)
            .collect(Collectors.joining(" | ", "| claim | ", " | all on one page |")));
    lines.add("|---".repeat(Run.values().length + 2) + "|");
    for (Claim claim : Claim.values()) {
      lines.add(
          Stream.concat(alone.values().stream(), Stream.of(together))
              .map(page -> cell(page.claims().get(claim.ordinal())))
              .collect(
                  Collectors.joining(
                      " | ", "| **%s** %s | ".formatted(claim.name(), claim.title()), " |")));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String cell(Judged judged) {
    if (judged.places().isEmpty()) {
      return "";
    }
    String ways =
        judged.ways().stream()
            .filter(way -> way.verdict() != Verdict.UNDECIDED)
            .map(
                way ->
                    sign(way.verdict())
                        + " "
                        + way.way().replace("the exact ", "").replace("the ", ""))
            .collect(Collectors.joining(", "));
    boolean tells = judged.verdict() == Verdict.UNDECIDED && !ways.isEmpty();
    return sign(judged.verdict()) + (tells ? ": " + ways : "");
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "**✓**";
      case CONTRADICTED -> "**✗**";
      case UNDECIDED -> "?";
    };
  }

  private static List<Row> rows(JudgedClaims page, Run run) {
    return page.claims().stream()
        .flatMap(claim -> claim.places().stream())
        .filter(place -> place.experiment().equals(run.file))
        .flatMap(place -> place.evidence().stream().map(each -> new Row(place, each)))
        .toList();
  }

  private record Row(Place place, Weighed weighed) {

    /**
     * A line of the table.
     *
     * @param other the same evidence on another page
     */
    String beside(Row other) {
      ClaimEvidence evidence = weighed.evidence();
      assertThat(other.weighed.evidence()).isEqualTo(evidence);
      var effect = evidence.effect();
      return Stream.of(
              evidence.subject().claim().name(),
              evidence.subject().flowTime().map(Row::time).orElse("–"),
              evidence.subject().title(),
              "%s: %s [%s, %s] %s"
                  .formatted(
                      effect.name(),
                      number(effect.value()),
                      number(effect.interval().low()),
                      number(effect.interval().high()),
                      effect.unit())
                  .strip(),
              "%d, %d %s".formatted(evidence.trials(), evidence.draws(), evidence.drawn()),
              verdict(weighed),
              number(weighed.adjusted()),
              verdict(other.weighed),
              number(other.weighed.adjusted()))
          .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String time(FlowTime time) {
      return "%s, %s".formatted(number(time.train()), number(time.test()));
    }

    private static String verdict(Weighed weighed) {
      return sign(weighed.verdict())
          + (weighed.needed().isPresent()
              ? String.format(Locale.ROOT, " (needs %,d)", weighed.needed().getAsInt())
              : "");
    }

    private static String number(double value) {
      return Optional.of(value)
          .filter(Double::isFinite)
          .map(known -> String.format(Locale.ROOT, "%.3g", known).replace('-', '−'))
          .orElse("–");
    }
  }
}
