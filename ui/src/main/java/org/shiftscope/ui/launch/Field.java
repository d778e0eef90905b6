package org.shiftscope.ui.launch;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.shiftscope.compute.spec.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field of the form and its place in the spec's JSON.
 *
 * @param path its place, {@code sgd.batchSize}
 * @param shape what its text becomes
 * @param component what a person sees
 * @param value its text
 * @param active whether it belongs to the spec as the choices stand
 */
record Field(
    String path,
    Shape shape,
    Component component,
    HasValue<?, String> value,
    BooleanSupplier active) {

  private static final int TYPING_PAUSE_MILLIS = 250;

  /** A field to type into. */
  static Field typed(
      String path, Shape shape, String label, String unit, String explanation, String initial) {
    var field = new TextField(label);
    field.setValue(initial);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
    field.setAutoselect(shape == Shape.NUMBER);
    if (!unit.isEmpty()) {
      var suffix = new Span(unit);
      suffix.addClassName("unit");
      field.setSuffixComponent(suffix);
    }
    return dressed(path, shape, field, field, explanation);
  }

  /** A field with a few choices, JSON name to the name that a person reads, in that order. */
  static Field chosen(
      String path, Shape shape, String label, Map<String, String> choices, String explanation) {
    var field = new Select<String>();
    field.setLabel(label);
    field.setItems(List.copyOf(choices.keySet()));
    field.setItemLabelGenerator(choice -> choices.getOrDefault(choice, choice));
    field.setValue(choices.keySet().iterator().next());
    return dressed(path, shape, field, field, explanation);
  }

  private static <
          C extends AbstractField<?, String> & HasHelper & HasLabel & HasSize & HasValidation>
      Field dressed(String path, Shape shape, C field, HasValue<?, String> value, String help) {
    field.setHelperText(help);
    field.setWidthFull();
    field.setId("field-" + path.replace('.', '-'));
    field.setManualValidation(true);
    return new Field(path, shape, field, value, () -> true);
  }

  /** The same field, in the spec only while a choice holds. */
  Field when(BooleanSupplier condition) {
    return new Field(path, shape, component, value, condition);
  }

  /** Puts the value in its place; an empty field is left out, for the spec's reader to miss. */
  void putInto(ObjectNode root) {
    String text = value.getValue() == null ? "" : value.getValue();
    if (text.isBlank() && shape == Shape.NUMBER) {
      return;
    }
    String[] names = path.split("\\.");
    ObjectNode parent = root;
    for (int i = 0; i < names.length - 1; i++) {
      parent = parent.withObjectProperty(names[i]);
    }
    parent.set(names[names.length - 1], shape.toJson(text));
  }

  /** Takes the value from its place, where there is one of its shape. */
  void takeFrom(JsonNode root) {
    JsonNode found = root;
    for (String name : path.split("\\.")) {
      found = found.path(name);
    }
    if (!found.isMissingNode() && found.isArray() == (shape == Shape.NUMBERS)) {
      value.setValue(shape.toText(found));
    }
  }

  /** Whether a problem is this field's own, or one of its elements'. */
  boolean owns(Problem problem) {
    return problem.field().equals(path) || problem.field().startsWith(path + "[");
  }

  /** Shows the first of these problems at the field; none clears it. */
  void show(List<Problem> problems) {
    if (component instanceof HasValidationProperties field) {
      field.setErrorMessage(problems.isEmpty() ? "" : sentence(problems.getFirst()));
      field.setInvalid(!problems.isEmpty());
    }
  }

  private String sentence(Problem problem) {
    String element = problem.field().substring(path.length());
    String law = problem.law().equals("is missing") ? "is needed" : problem.law();
    String start =
        element.isEmpty()
            ? Character.toUpperCase(law.charAt(0)) + law.substring(1)
            : "Entry " + (Integer.parseInt(element.replaceAll("\\D", "")) + 1) + " " + law;
    return start + (problem.value().isEmpty() ? "." : "; it is " + problem.value() + ".");
  }
}
