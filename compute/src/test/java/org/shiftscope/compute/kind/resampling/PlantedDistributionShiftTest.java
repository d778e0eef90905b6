package org.shiftscope.compute.kind.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ResamplingFindings.Comparison;
import org.shiftscope.compute.result.ResamplingFindings.DistributionShift;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.ShuffleSpec;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * A real shift of the distribution: the UCI digits in the order of their writers, so that those to
 * test on come from other hands (docs/decisions/005-the-order-of-the-digits.md), through files of
 * 28 × 28 as MNIST's. The same digits in a random order have none.
 */
class PlantedDistributionShiftTest {

  private static final int SEEDS = 5;
  private static final int TRAIN = 1_347;
  private static final int TEST = 450;
  private static final int SIDE = 28;

  @TempDir private Path folder;

  @Test
  void digitsOfOtherWritersAreFoundToBeOfAnotherDistribution() throws IOException {
    write(lines("digits.csv.gz"));

    Comparison found = run();

    assertThat(found.shift()).as(found.sentence()).isEqualTo(DistributionShift.FOUND);
    assertThat(found.difference()).isPositive();
    assertThat(found.draw().below()).isEqualTo(SEEDS);
  }

  @Test
  void theSameDigitsInARandomOrderAreNot() throws IOException {
    List<String> byWriter = lines("digits.csv.gz");
    write(lines("digits-order.txt.gz").stream().map(Integer::parseInt).map(byWriter::get).toList());

    Comparison found = run();

    assertThat(found.shift()).as(found.sentence()).isNotEqualTo(DistributionShift.FOUND);
    assertThat(found.draw().pValue()).as(found.sentence()).isGreaterThan(0.05);
  }

  private Comparison run() {
    Resampling spec =
        new Resampling(
            "Planted",
            new TrainingSpec(
                new DatasetSpec(DatasetName.MNIST, TRAIN, TEST),
                new NetworkSpec.Mlp(List.of(16), Activation.TANH, 1),
                new Temperatures.Listed(List.of(0.1 / 32)),
                new Seeds(LongStream.range(0, SEEDS).boxed().toList()),
                new SgdSpec.Scheduled(0.1, 32, 30, 0, List.of(0.7), 0.1, 1e-4)),
            new RefinementSpec.Flow(0.01, 0.01, new Integrator.Adaptive(1e-2)),
            new LineSpec(-1, 2, 51),
            Optional.of(new ShuffleSpec(0.1)),
            Optional.empty());
    var run = new RunTrial(new DataFolder(folder), new Execution("cpu", 1, "test"));
    Map<Integer, TrialResult> results = new HashMap<>();
    for (int trial = 0; trial < spec.trialCount(); trial++) {
      results.put(trial, run.run(spec, trial, TrialWatch.none()));
    }
    return new ResamplingKind(spec)
        .findings(results, Include.COUNTED)
        .shuffle()
        .orElseThrow()
        .comparisons()
        .getFirst();
  }

  private static List<String> lines(String name) throws IOException {
    InputStream file = Objects.requireNonNull(DataFolder.class.getResourceAsStream(name));
    try (var reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
      return reader.lines().toList();
    }
  }

  private void write(List<String> digits) throws IOException {
    Path mnist = Files.createDirectories(folder.resolve("mnist"));
    write(mnist, "train", digits.subList(0, TRAIN));
    write(mnist, "t10k", digits.subList(TRAIN, TRAIN + TEST));
  }

  private static void write(Path mnist, String part, List<String> digits) throws IOException {
    try (var images = open(mnist.resolve(part + "-images-idx3-ubyte"));
        var labels = open(mnist.resolve(part + "-labels-idx1-ubyte"))) {
      for (int number : new int[] {0x803, digits.size(), SIDE, SIDE}) {
        images.writeInt(number);
      }
      labels.writeInt(0x801);
      labels.writeInt(digits.size());
      for (String digit : digits) {
        String[] numbers = digit.split(",", -1);
        labels.writeByte(Integer.parseInt(numbers[64]));
        images.write(pixels(numbers));
      }
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)));
  }

  /** 8 × 8 numbers up to 16, each a square of 3 × 3 pixels. */
  private static byte[] pixels(String[] numbers) {
    byte[] pixels = new byte[SIDE * SIDE];
    for (int row = 0; row < 24; row++) {
      for (int column = 0; column < 24; column++) {
        int number = Integer.parseInt(numbers[row / 3 * 8 + column / 3]);
        pixels[(row + 2) * SIDE + column + 2] = (byte) Math.min(255, number * 16);
      }
    }
    return pixels;
  }
}
