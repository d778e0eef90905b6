package org.shiftscope.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A form that asks for an experiment of any kind, from its sections of fields. */
public final class FieldsForm {

  /** What a choice is called in an address: its place in the spec may be that of a field, too. */
  private static final String CHOICE = "choose.";

  /**
   * The attribute with a field's name, which the page's own script reads while no server answers.
   */
  private static final String NAME = "data-field";

  private final String kind;
  private final List<FieldSection> sections;
  private final QueueingFields queueing;
  private final List<Field> all;
  private final Div component = new Div();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Paragraph kept = new Paragraph();

  /** What a spec has beside the fields: it stays as it came. */
  private ObjectNode beside = JsonNodeFactory.instance.objectNode();

  /** What the fields said once they were filled, by their names. */
  private Map<String, String> start = Map.of();

  private boolean filling;

  /**
   * An empty form.
   *
   * @param kind the kind's name in JSON
   * @param sections its fields, those that decide over others first
   * @param queueing how the experiment is to wait, beside its spec
   */
  public FieldsForm(String kind, List<FieldSection> sections, QueueingFields queueing) {
    this.kind = kind;
    this.queueing = queueing;
    this.sections = List.copyOf(sections);
    all = sections.stream().flatMap(section -> section.fields().stream()).toList();
    component.addClassName("spec-form");
    sections.forEach(section -> component.add(section.component()));
    named().values().forEach(field -> field.value().addValueChangeListener(event -> changed()));
    named().forEach((name, field) -> field.component().getElement().setAttribute(NAME, name));
    component.getElement().setAttribute("data-kind", kind);
    kept.addClassName("consequence");
    kept.setVisible(false);
    component.add(kept, queueing.component());
    showActive();
  }

  /** The kind's name in JSON. */
  public String kind() {
    return kind;
  }

  /** What a person sees. */
  public Component component() {
    return component;
  }

  /** Shows a spec of this form's kind. */
  public void fill(ExperimentSpec spec) {
    filling = true;
    JsonNode json = WriteSpec.toJson(spec);
    choices().forEach(choice -> choice.takeFrom(json));
    all.forEach(field -> field.takeFrom(json));
    keepBeside(json);
    start = texts();
    filling = false;
    changed();
  }

  /**
   * The texts, right or wrong, that are not those of {@link #fill}, by the names of their fields.
   */
  public Map<String, String> typed() {
    Map<String, String> typed = texts();
    start.forEach(typed::remove);
    return typed;
  }

  /** Types texts into the fields of these names; other names are left alone. */
  public void type(Map<String, String> texts) {
    filling = true;
    named()
        .forEach(
            (name, field) -> {
              if (texts.containsKey(name)) {
                field.type(texts.get(name));
              }
            });
    filling = false;
    changed();
  }

  /** How the experiment is to wait. */
  public QueueingFields queueing() {
    return queueing;
  }

  /** The texts of all fields, right or wrong, by their names. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    named().forEach((name, field) -> texts.put(name, field.text()));
    return texts;
  }

  /** All fields by their names in an address, those that decide over others first. */
  private Map<String, Field> named() {
    Map<String, Field> named = new LinkedHashMap<>();
    choices().forEach(choice -> named.put(CHOICE + choice.field().path(), choice.field()));
    all.forEach(field -> named.put(field.path(), field));
    queueing.fields().forEach(field -> named.put(field.path(), field));
    return named;
  }

  /** What the fields say, exactly as REST takes it; not necessarily a valid spec. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind);
    active().forEach(field -> field.putInto(json));
    return json.setAll(beside);
  }

  private void keepBeside(JsonNode json) {
    Set<String> shown =
        Stream.concat(all.stream().map(Field::path), Stream.of("kind"))
            .map(path -> path.split("\\.", 2)[0])
            .collect(Collectors.toSet());
    beside = JsonNodeFactory.instance.objectNode();
    json.properties().stream()
        .filter(property -> !shown.contains(property.getKey()))
        .forEach(property -> beside.set(property.getKey(), property.getValue()));
    kept.setVisible(!beside.isEmpty());
    kept.setText(
        "Kept as it is, since this form has no fields for it; submit JSON to change it: " + beside);
  }

  /**
   * Shows problems at their fields; fields without one are cleared.
   *
   * @return the problems that no field owns
   */
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
    return queueing.show(homeless);
  }

  /** Shows what follows from the fields: the whole spec where it is valid. */
  public void showConsequences(Optional<ExperimentSpec> spec) {
    ObjectNode json = toJson();
    sections.forEach(section -> section.showConsequence(json, spec));
  }

  /** Calls after every change by a person or by {@link #fill}. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** The names of the fields to type into. */
  List<String> textFields() {
    return named().entrySet().stream()
        .filter(named -> named.getValue().component() instanceof TextField)
        .map(Map.Entry::getKey)
        .toList();
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
