package org.shiftscope.ui.launch;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;

/** Fields that belong together, under a heading, and a line of what follows from them. */
final class FieldSection extends Section {

  private static final long serialVersionUID = 1L;

  private final Paragraph consequence = new Paragraph();

  FieldSection(String title, List<Field> fields) {
    addClassNames("card", "field-section");
    var grid = new Div(fields.stream().map(Field::component).toArray(Component[]::new));
    grid.addClassName("field-grid");
    consequence.addClassName("consequence");
    consequence.setVisible(false);
    add(new H2(title), grid, consequence);
  }

  void setConsequence(String text) {
    consequence.setText(text);
    consequence.setVisible(!text.isEmpty());
  }
}
