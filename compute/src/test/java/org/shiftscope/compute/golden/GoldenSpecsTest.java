package org.shiftscope.compute.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;

/** The JSON of specs, which is stored and which people keep in their scripts. */
class GoldenSpecsTest {

  static List<Preset> presets() {
    return Presets.all();
  }

  static List<String> files() {
    return GoldenFiles.names("specs");
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aPresetWritesExactlyItsFile(Preset preset) {
    String written = GoldenFiles.pretty(WriteSpec.toJson(preset.spec()));
    String file = "specs/" + preset.id() + ".json";
    if (GoldenFiles.writing()) {
      GoldenFiles.write(file, written);
    }
    assertThat(written).isEqualTo(GoldenFiles.text(file));
  }

  /** Every file, also those that no preset writes any more: somebody has them stored. */
  @ParameterizedTest
  @MethodSource("files")
  void aFileReadsToTheSpecThatWritesIt(String name) {
    ExperimentSpec read = ReadSpec.from(GoldenFiles.json("specs", name));
    assertThat(ReadSpec.from(WriteSpec.toJson(read))).isEqualTo(read);
    presets().stream()
        .filter(preset -> preset.id().equals(name))
        .forEach(preset -> assertThat(read).isEqualTo(preset.spec()));
  }

  @Test
  void everyPresetHasAFile() {
    assertThat(files()).containsAll(presets().stream().map(Preset::id).toList());
  }
}
