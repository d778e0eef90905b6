package org.shiftscope.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import tools.jackson.databind.node.ObjectNode;

/** Fields that belong together, under a heading, and a line of what follows from them. */
public final class FieldSection {

  private final List<Choice> choices;
  private final List<Field> fields;
  private final Consequence consequence;
  private final Section component = new Section();
  private final Paragraph line = new Paragraph();

  /** A section from which nothing follows that would have to be said. */
  public FieldSection(String title, List<Field> fields) {
    this(title, List.of(), fields, (json, spec) -> "");
  }

  /** A section whose choices are seen before its fields. */
  public FieldSection(
      String title, List<Choice> choices, List<Field> fields, Consequence consequence) {
    this.choices = List.copyOf(choices);
    this.fields = List.copyOf(fields);
    this.consequence = consequence;
    component.addClassNames("card", "field-section");
    var grid =
        new Div(
            Stream.concat(choices.stream().map(Choice::field), fields.stream())
                .map(Field::component)
                .toArray(Component[]::new));
    grid.addClassName("field-grid");
    line.addClassName("consequence");
    line.setVisible(false);
    component.add(new H2(title), grid, line);
  }

  /** What a person sees. */
  Component component() {
    return component;
  }

  /** The choices that are no fields of the spec. */
  List<Choice> choices() {
    return choices;
  }

  /** The fields of the spec, those that decide over others first. */
  List<Field> fields() {
    return fields;
  }

  void showConsequence(ObjectNode json, Optional<ExperimentSpec> spec) {
    String text = consequence.of(json, spec);
    line.setText(text);
    line.setVisible(!text.isEmpty());
  }

  /** Says what follows from a section's fields. */
  public interface Consequence {

    /**
     * A line for a person; empty for nothing to say.
     *
     * @param json what the fields say
     * @param spec the whole, where it is valid
     */
    String of(ObjectNode json, Optional<ExperimentSpec> spec);
  }
}
