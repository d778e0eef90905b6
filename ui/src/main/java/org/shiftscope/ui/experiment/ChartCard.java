package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.shiftscope.frontend.EChart;
import tools.jackson.databind.node.ObjectNode;

/** A chart under its title, and a sentence on what to see in it. */
final class ChartCard extends Div {

  private static final long serialVersionUID = 1L;

  private final EChart chart;
  private final Paragraph explanation;

  ChartCard(String id, String title, String explanation) {
    addClassNames("card", "chart-card");
    this.chart = new EChart("shiftscope-" + id);
    this.explanation = new Paragraph(explanation);
    this.explanation.addClassName("quiet");
    this.explanation.setVisible(!explanation.isEmpty());
    chart.setId("chart-" + id);
    chart.setAriaLabel(title);
    add(new H2(title), chart, this.explanation);
  }

  EChart chart() {
    return chart;
  }

  void draw(ObjectNode option, String description) {
    chart.setOption(option);
    chart.setDescription(description);
  }

  void explain(String sentence) {
    explanation.setText(sentence);
    explanation.setVisible(!sentence.isEmpty());
  }
}
