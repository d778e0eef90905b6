package org.shiftscope.ui.form;

import java.util.List;
import org.shiftscope.compute.spec.DatasetName;

/** The fields of name and samples, for kinds that train a network. */
final class DataFields {

  private static final String GIVEN = "given";
  private static final String ANEW = "anew";

  private DataFields() {}

  static FieldSection section() {
    return new FieldSection(
        "Name and data",
        List.of(
            TitleField.title(),
            NewField.chosen(
                "dataset.name",
                "Dataset",
                DatasetName.values(),
                "Digits come with Shiftscope; the others are read from the data folder."),
            NewField.number(
                "dataset.trainSamples",
                "Train samples",
                "samples",
                "The first of the train split.",
                "1347"),
            NewField.number(
                "dataset.testSamples",
                "Test samples",
                "samples",
                "The first of the test split.",
                "450")));
  }

  /** How these samples are split, which makes trials where it is done anew. */
  static FieldSection split() {
    Field split =
        NewField.chosen(
            "dataset.split",
            "Split",
            List.of(GIVEN, "As given", ANEW, "Anew, from seeds"),
            "Anew: the train and test samples are shuffled together and split again in the same sizes.");
    Field seeds =
        NewField.numbers(
            "dataset.splits",
            "Splits",
            "",
            "Seeds of splits: one trial for each temperature, seed and split.",
            "0, 1, 2");
    return new FieldSection(
        "Train and test",
        List.of(new Choice(split, spec -> spec.path("dataset").has("splits") ? ANEW : GIVEN)),
        List.of(seeds.when(split, ANEW)),
        (json, spec) -> "");
  }
}
