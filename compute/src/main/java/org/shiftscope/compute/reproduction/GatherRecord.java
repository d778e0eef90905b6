package org.shiftscope.compute.reproduction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shiftscope.compute.reproduction.ReproducibilityRecord.Environment;
import org.shiftscope.compute.reproduction.ReproducibilityRecord.UsedSamples;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Variants;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.node.ObjectNode;

/** Gathers what an experiment's numbers depend on: a pure function of its spec and results. */
public final class GatherRecord {

  private GatherRecord() {}

  /** {@code results}: by the trial's number, of those that have one. */
  public static ReproducibilityRecord of(
      ExperimentSpec spec, Map<Integer, ? extends TrialResult> results) {
    return new ReproducibilityRecord(
        spec.kind(),
        Variants.versionOf(spec.getClass()),
        specSha256(spec),
        IntStream.range(0, spec.trialCount()).mapToObj(spec::seedOf).distinct().toList(),
        samples(spec, results),
        environments(results));
  }

  /** SHA-256 of what a spec asks for: its canonical JSON without the title. */
  public static String specSha256(ExperimentSpec spec) {
    ObjectNode json = WriteSpec.toJson(spec);
    json.remove("title");
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(CanonicalJson.of(json).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A set of samples that trials read, by its fingerprint where it is known. */
  private record Set(DatasetSpec dataset, Optional<String> sha256) {}

  private static List<UsedSamples> samples(
      ExperimentSpec spec, Map<Integer, ? extends TrialResult> results) {
    Map<Set, List<Integer>> sets = new LinkedHashMap<>();
    for (DatasetSpec dataset : results.isEmpty() ? spec.datasets() : List.<DatasetSpec>of()) {
      sets.put(new Set(dataset, Optional.empty()), List.of());
    }
    results.forEach(
        (trial, result) ->
            spec.dataset(trial)
                .ifPresent(
                    dataset ->
                        sets.computeIfAbsent(
                                new Set(dataset, result.execution().samples()),
                                none -> new ArrayList<>())
                            .add(trial)));
    return sets.entrySet().stream().map(each -> used(each.getKey(), each.getValue())).toList();
  }

  private static UsedSamples used(Set set, List<Integer> trials) {
    DatasetSpec dataset = set.dataset();
    return new UsedSamples(
        dataset.name().id(),
        dataset.name().title(),
        dataset.trainSamples(),
        dataset.testSamples(),
        dataset.splits().map(only -> only.values().getFirst()),
        set.sha256(),
        trials);
  }

  private static List<Environment> environments(Map<Integer, ? extends TrialResult> results) {
    Map<Execution, List<Integer>> places = new LinkedHashMap<>();
    results.forEach(
        (trial, result) ->
            places
                .computeIfAbsent(result.execution().anywhere(), none -> new ArrayList<>())
                .add(trial));
    return places.entrySet().stream()
        .map(each -> new Environment(each.getKey(), each.getValue()))
        .toList();
  }
}
