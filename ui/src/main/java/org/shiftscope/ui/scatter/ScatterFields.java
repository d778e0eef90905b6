package org.shiftscope.ui.scatter;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.wording.Notation;

/** The fields that choose which quantities are against each other. */
public final class ScatterFields extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<ScatterChoice> chosen;
  private final ComboBox<String> x = quantity("Along", "scatter-x", ScatterChoice::withX);
  private final ComboBox<String> y = quantity("Up", "scatter-y", ScatterChoice::withY);
  private final Select<String> colour = new Select<>();
  private final Checkbox logX = new Checkbox("Logarithmic along");
  private final Checkbox logY = new Checkbox("Logarithmic up");
  private transient ScatterChoice choice = ScatterChoice.FIRST;

  /** {@code chosen}: hears what a person chooses. */
  public ScatterFields(Consumer<ScatterChoice> chosen) {
    this.chosen = chosen;
    addClassName("scatter-fields");
    colour.setId("scatter-colour");
    colour.setLabel("Colour");
    colour.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            chosen.accept(choice.withColour(event.getValue()));
          }
        });
    logX.setId("scatter-log-x");
    logY.setId("scatter-log-y");
    for (Checkbox logarithmic : List.of(logX, logY)) {
      logarithmic.addValueChangeListener(
          event -> {
            if (event.isFromClient()) {
              chosen.accept(choice.withLog(logX.getValue(), logY.getValue()));
            }
          });
    }
    add(x, y, colour, logX, logY);
  }

  /**
   * Offers what can be chosen.
   *
   * @param heads of the quantities
   * @param colours what colours can tell apart; none where there is no choice
   */
  public void offer(List<String> heads, List<String> colours) {
    x.setItems(heads);
    y.setItems(heads);
    colour.setItems(colours);
    colour.setVisible(!colours.isEmpty());
  }

  /**
   * Shows what is looked at.
   *
   * @param now as chosen
   * @param ofX the quantity that is along indeed; empty for none
   * @param ofY the one that is up
   * @param ofColour what colours tell apart
   */
  public void show(ScatterChoice now, String ofX, String ofY, String ofColour) {
    choice = now;
    x.setValue(ofX.isEmpty() ? null : ofX);
    y.setValue(ofY.isEmpty() ? null : ofY);
    if (colour.isVisible()) {
      colour.setValue(ofColour);
    }
    logX.setValue(now.isLogX());
    logY.setValue(now.isLogY());
  }

  private ComboBox<String> quantity(
      String label, String id, BiFunction<ScatterChoice, String, ScatterChoice> with) {
    var field = new ComboBox<String>(label);
    field.setId(id);
    field.setItemLabelGenerator(Notation::plain);
    field.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            chosen.accept(with.apply(choice, event.getValue()));
          }
        });
    return field;
  }
}
