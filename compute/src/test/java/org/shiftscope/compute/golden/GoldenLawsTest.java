package org.shiftscope.compute.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The sentences of every law: each line of the file breaks one spec and tells the exact problems.
 * Lines written by hand break laws of several fields; the others break every field of every spec in
 * turn. In which order problems are told is no law.
 */
class GoldenLawsTest {

  private static final String FILE = "laws.jsonl";

  static Stream<String> bases() {
    return Stream.concat(Stream.of("quick-start"), GoldenFiles.names("results").stream());
  }

  @Test
  void brokenSpecsAreRefusedInTheSameWords() {
    if (GoldenFiles.writing()) {
      write();
    }
    assertThat(golden().map(line -> line.today().sorted().line()))
        .containsExactlyElementsOf(golden().map(line -> line.sorted().line()).toList());
  }

  @ParameterizedTest
  @MethodSource("bases")
  void everyFieldIsBrokenInEveryWay(String base) {
    Set<JsonNode> there = golden().map(BrokenSpec::edit).collect(Collectors.toSet());
    assertThat(BreakFields.of(base).map(BrokenSpec::edit)).isSubsetOf(there);
  }

  private static Stream<BrokenSpec> golden() {
    return GoldenFiles.text(FILE).lines().map(BrokenSpec::parse);
  }

  /** Of lines that tell the same of the same change the first is kept. */
  private static void write() {
    Set<List<JsonNode>> known = new HashSet<>();
    String lines =
        Stream.concat(golden(), bases().flatMap(BreakFields::of))
            .map(BrokenSpec::today)
            .filter(line -> known.add(List.of(line.edit(), line.problems())))
            .map(line -> line.line() + "\n")
            .collect(Collectors.joining());
    GoldenFiles.write(FILE, lines);
  }
}
