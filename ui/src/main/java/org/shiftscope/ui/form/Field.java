package org.shiftscope.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
public record Field(
    String path,
    Shape shape,
    Component component,
    HasValue<?, String> value,
    BooleanSupplier active) {

  /** The same field, in the spec only while a choice holds. */
  public Field when(BooleanSupplier condition) {
    return new Field(path, shape, component, value, condition);
  }

  /** The same field, in the spec only while another has one of these values. */
  public Field when(Field other, String... values) {
    return when(() -> Stream.of(values).anyMatch(other::is));
  }

  /** Whether a choice stands at a value. */
  public boolean is(String choice) {
    return choice.equals(value.getValue());
  }

  /** Puts the value in its place; an empty field is left out, for the spec's reader to miss. */
  void putInto(ObjectNode root) {
    String text = text();
    if (shape.leavesOut(text)) {
      return;
    }
    String[] names = path.split("\\.");
    ObjectNode parent = root;
    for (int i = 0; i < names.length - 1; i++) {
      parent = parent.withObjectProperty(names[i]);
    }
    parent.set(names[names.length - 1], shape.toJson(text));
  }

  /**
   * Takes the value from its place, where there is one of its shape. A choice that a spec leaves
   * out stands at its first word.
   */
  void takeFrom(JsonNode root) {
    JsonNode found = root;
    for (String name : path.split("\\.")) {
      found = found.path(name);
    }
    if (!found.isMissingNode() && found.isArray() == shape.isList()) {
      value.setValue(shape.toText(found));
    } else if (found.isMissingNode() && component instanceof Select<?> choice) {
      value.setValue(String.valueOf(choice.getListDataView().getItem(0)));
    }
  }

  /** Its text. */
  String text() {
    return value.getValue() == null ? "" : value.getValue();
  }

  /** Takes a text, right or wrong; a choice takes one of its own alone. */
  void type(String text) {
    if (!(component instanceof Select<?> choice)
        || choice.getListDataView().getItems().anyMatch(text::equals)) {
      value.setValue(text);
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
