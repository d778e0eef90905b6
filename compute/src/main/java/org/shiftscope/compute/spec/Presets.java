package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The specs that a person can start from. The first is the quick start. */
public final class Presets {

  private Presets() {}

  /** All presets, in the order of the kinds; the quick start first. */
  public static List<Preset> all() {
    return Variants.of(ExperimentSpec.class).records().stream().flatMap(Presets::of).toList();
  }

  /** The preset with an id, where there is one. */
  public static Optional<Preset> find(String id) {
    return all().stream().filter(preset -> preset.id().equals(id)).findFirst();
  }

  private static Stream<Preset> of(Class<? extends Record> kind) {
    Offers offers = kind.getAnnotation(Offers.class);
    if (offers == null) {
      return Stream.of();
    }
    Supplier<List<Preset>> source =
        RecordForm.call(() -> offers.value().getDeclaredConstructor().newInstance());
    return source.get().stream();
  }
}
