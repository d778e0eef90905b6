package org.shiftscope.compute.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.ReadSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Numbers in sentences are as a person types them, and no value of the machine's is among them. */
class WordsTest {

  /** 500.0, 2.00e+03, 1.0E-12, 3.53e-02; but not the two decimals of a correlation, nor 1.0 %. */
  private static final Pattern MACHINES =
      Pattern.compile(
          "\\d\\.0+(?![\\d.]| %)|\\d\\.?\\d*0[eE][-+\u2212]?\\d|\\dE[-+]?\\d|\\de[-+\u2212]?0\\d|\\de\\+|\\b(NaN|Infinity|null|unknown)\\b");

  private static final Pattern CORRELATIONS =
      Pattern.compile(
          "(Kendall within (seeds|splits)|Spearman over all) [^ ,]+( \\[[^\\]]*\\])?|, r [\\d.\u2212]+");

  static Stream<List<String>> sentences() {
    Stream<List<String>> presets = Presets.all().stream().map(WordsTest::said);
    Stream<List<String>> results = GoldenFiles.names("results").stream().map(WordsTest::said);
    Stream<List<String>> laws =
        GoldenFiles.text("laws.jsonl")
            .lines()
            .map(line -> told(GoldenFiles.JSON.readTree(line).get("problems")));
    return Stream.of(presets, results, laws).flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void numbersAreAsAPersonTypesThem(List<String> sentences) {
    for (String sentence : sentences) {
      String rest = CORRELATIONS.matcher(sentence).replaceAll("");
      assertThat(MACHINES.matcher(rest).results().map(found -> found.group()))
          .as(sentence)
          .isEmpty();
    }
  }

  private static List<String> said(Preset preset) {
    ExperimentSpec spec = preset.spec();
    List<String> said = new ArrayList<>(List.of(preset.title(), preset.explanation()));
    for (int trial = 0; trial < Math.min(50, spec.trialCount()); trial++) {
      said.add(spec.trialLabel(trial));
    }
    return said;
  }

  /** A result's sentence, and all those of the findings over it. */
  private static List<String> said(String name) {
    JsonNode golden = GoldenFiles.json("results", name);
    ObjectNode result = golden.get("result").asObject();
    result.putObject("execution").put("device", "cpu").put("threads", 1).put("version", "golden");
    var findings =
        Kind.of(ReadSpec.from(golden.get("spec")))
            .findings(Map.of(GoldenFiles.trial(golden), ResultJson.fromJson(result)), Include.ALL);
    JsonNode json = ResultJson.toJson(findings);
    return Stream.of(
            Stream.of(result.get("sentence")),
            json.findValues("sentence").stream(),
            json.findValues("equality").stream())
        .flatMap(each -> each)
        .map(JsonNode::asString)
        .toList();
  }

  /** The laws' words, without the values that a person gave. */
  private static List<String> told(JsonNode problems) {
    List<String> told = new ArrayList<>();
    problems.forEach(problem -> told.add(problem.get(1).asString()));
    return told;
  }
}
