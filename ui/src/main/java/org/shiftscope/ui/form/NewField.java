package org.shiftscope.ui.form;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shiftscope.compute.spec.Named;

/** Makes fields: their component, label, unit and explanation. */
public final class NewField {

  private static final int TYPING_PAUSE_MILLIS = 250;

  /** A longer choice would be cut. */
  private static final int LONGEST_IN_ONE_COLUMN = 20;

  private NewField() {}

  /** A field to type into. */
  private static Field typed(
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

  /** A field for one number. */
  public static Field number(
      String path, String label, String unit, String explanation, String initial) {
    return typed(path, Shape.NUMBER, label, unit, explanation, initial);
  }

  /** A field for numbers with commas between them. */
  public static Field numbers(
      String path, String label, String unit, String explanation, String initial) {
    return typed(path, Shape.NUMBERS, label, unit, explanation, initial);
  }

  /** A field for words of the spec with commas between them. */
  static Field words(String path, String label, String explanation, String initial) {
    Field field = typed(path, Shape.WORDS, label, "", explanation, initial);
    field.component().addClassName("wide");
    return field;
  }

  /** A field for text. */
  public static Field text(String path, String label, String explanation, String initial) {
    return typed(path, Shape.TEXT, label, "", explanation, initial);
  }

  /** A choice of one of the words of the spec. */
  public static Field chosen(String path, String label, Named[] words, String explanation) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Named word : words) {
      choices.put(word.id(), word.title());
    }
    return chosen(path, Shape.TEXT, label, choices, explanation);
  }

  /** A choice of a few names, each followed by what a person reads. */
  public static Field chosen(
      String path, String label, List<String> namesAndTitles, String explanation) {
    return chosen(path, Shape.TEXT, label, choices(namesAndTitles), explanation);
  }

  /** A choice of false and true, each followed by what a person reads. */
  public static Field flag(
      String path, String label, List<String> namesAndTitles, String explanation) {
    return chosen(path, Shape.FLAG, label, choices(namesAndTitles), explanation);
  }

  /** Names, each followed by what a person reads, in their order. */
  static Map<String, String> choices(List<String> namesAndTitles) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTitles.size(); i += 2) {
      choices.put(namesAndTitles.get(i), namesAndTitles.get(i + 1));
    }
    return choices;
  }

  /** A field with a few choices, JSON name to the name that a person reads, in that order. */
  public static Field chosen(
      String path, Shape shape, String label, Map<String, String> choices, String explanation) {
    var field = new Select<String>();
    field.setLabel(label);
    field.setItems(List.copyOf(choices.keySet()));
    field.setItemLabelGenerator(choice -> choices.getOrDefault(choice, choice));
    field.setValue(choices.keySet().iterator().next());
    if (choices.values().stream().anyMatch(title -> title.length() > LONGEST_IN_ONE_COLUMN)) {
      field.addClassName("wide");
    }
    return dressed(path, shape, field, field, explanation);
  }

  /** A choice of text from a list that is too long for a menu. */
  public static Field listed(String path, ComboBox<String> list, String label, String explanation) {
    return listed(path, Shape.TEXT, list, label, explanation);
  }

  /** A choice of a number from such a list. */
  public static Field listedNumber(
      String path, ComboBox<String> list, String label, String explanation) {
    return listed(path, Shape.NUMBER, list, label, explanation);
  }

  private static Field listed(
      String path, Shape shape, ComboBox<String> list, String label, String explanation) {
    list.setLabel(label);
    // Who comes to what is chosen types other words in its place.
    list.getElement().setProperty("autoselect", true);
    list.addClassName("wide");
    return dressed(path, shape, list, list, explanation);
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
}
