package org.shiftscope.ui.form;

import java.util.ArrayList;
import java.util.List;

/** The sections that every kind shares that trains a network: name, data, split, network, SGD. */
public final class TrainingFields {

  private TrainingFields() {}

  /** These sections, and the kind's own after them. */
  public static List<FieldSection> and(FieldSection... own) {
    Field plan = SgdFields.plan();
    List<FieldSection> sections = new ArrayList<>();
    sections.add(DataFields.section());
    sections.add(DataFields.split());
    sections.add(NetworkFields.section());
    sections.add(TemperatureFields.withSeeds(() -> SgdFields.isAtTemperature(plan)));
    sections.add(SgdFields.section(plan));
    sections.addAll(List.of(own));
    return List.copyOf(sections);
  }
}
