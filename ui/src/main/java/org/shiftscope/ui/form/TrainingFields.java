package org.shiftscope.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections that every kind shares that trains a network: name, data, split, network, SGD. */
public final class TrainingFields {

  private TrainingFields() {}

  /** These sections, and the kind's own after them. */
  public static List<FieldSection> and(FieldSection... own) {
    return of(
        Optional.of(DataFields.split()),
        TemperatureFields.seeds("One trial for each temperature and seed."),
        own);
  }

  /** The same of a kind that splits the samples by its own rule; {@code seeds}: what one is. */
  public static List<FieldSection> splittingThemselves(String seeds, FieldSection... own) {
    return of(Optional.empty(), TemperatureFields.seeds(seeds), own);
  }

  private static List<FieldSection> of(
      Optional<FieldSection> split, Field seeds, FieldSection... own) {
    Field plan = SgdFields.plan();
    List<FieldSection> sections = new ArrayList<>();
    sections.add(DataFields.section());
    split.ifPresent(sections::add);
    sections.add(NetworkFields.section());
    sections.add(TemperatureFields.with(seeds, () -> SgdFields.isAtTemperature(plan)));
    sections.add(SgdFields.section(plan));
    sections.addAll(List.of(own));
    return List.copyOf(sections);
  }

  /**
   * These sections where SGD follows a schedule and the kind's own ask for temperatures and seeds.
   */
  public static List<FieldSection> scheduled(String titleOfSgd, FieldSection... own) {
    List<FieldSection> sections = new ArrayList<>();
    sections.add(DataFields.section());
    sections.add(DataFields.split());
    sections.add(NetworkFields.section());
    sections.add(SgdFields.section(titleOfSgd, SgdFields.schedule()));
    sections.addAll(List.of(own));
    return List.copyOf(sections);
  }
}
