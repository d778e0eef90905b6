package org.shiftscope.ui.launch;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form of any kind of experiment, from its {@link KindFields}. */
final class FieldsForm implements SpecForm {

  private final String kind;
  private final List<FieldSection> sections;
  private final List<Field> all;
  private final Div component = new Div();
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean filling;

  FieldsForm(KindFields fields) {
    kind = fields.kind();
    sections = fields.sections();
    all = sections.stream().flatMap(section -> section.fields().stream()).toList();
    component.addClassName("spec-form");
    sections.forEach(section -> component.add(section.component()));
    Stream.concat(all.stream(), choices().map(Choice::field))
        .forEach(field -> field.value().addValueChangeListener(event -> changed()));
    showActive();
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void fill(ExperimentSpec spec) {
    filling = true;
    JsonNode json = WriteSpec.toJson(spec);
    choices().forEach(choice -> choice.takeFrom(json));
    all.forEach(field -> field.takeFrom(json));
    filling = false;
    changed();
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind);
    active().forEach(field -> field.putInto(json));
    return json;
  }

  @Override
  public List<Problem> show(List<Problem> problems) {
    all.forEach(field -> field.show(List.of()));
    Map<Field, List<Problem>> owned = new LinkedHashMap<>();
    List<Problem> homeless = new ArrayList<>();
    for (Problem problem : problems) {
      active()
          .filter(field -> field.owns(problem))
          .findFirst()
          .ifPresentOrElse(
              field -> owned.computeIfAbsent(field, f -> new ArrayList<>()).add(problem),
              () -> homeless.add(problem));
    }
    owned.forEach(Field::show);
    return homeless;
  }

  @Override
  public void showConsequences(Optional<ExperimentSpec> spec) {
    ObjectNode json = toJson();
    sections.forEach(section -> section.showConsequence(json, spec));
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** The field of a place in the spec. */
  Field field(String path) {
    return all.stream()
        .filter(field -> field.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No field " + path));
  }

  private Stream<Choice> choices() {
    return sections.stream().flatMap(section -> section.choices().stream());
  }

  private Stream<Field> active() {
    return all.stream().filter(field -> field.active().getAsBoolean());
  }

  private void changed() {
    if (!filling) {
      showActive();
      listeners.forEach(Runnable::run);
    }
  }

  private void showActive() {
    Stream.concat(all.stream(), choices().map(Choice::field))
        .forEach(field -> field.component().setVisible(field.active().getAsBoolean()));
  }
}
