package org.shiftscope.ui.form;

import java.util.List;
import org.shiftscope.compute.spec.DatasetName;

/** The fields of name and samples, for kinds that train a network. */
final class DataFields {

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
}
