package org.shiftscope.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import tools.jackson.databind.node.ObjectNode;

/**
 * An Apache ECharts chart. It takes an option tree as ECharts documents it, and adds what every
 * chart of Shiftscope has: the page's light or dark theme, numbers to four significant digits,
 * buttons to zoom and to save as PNG and SVG, and a size that follows its box.
 *
 * <p>Beyond ECharts' own option: a series of type {@code custom} may name {@code "errorBar"} as its
 * {@code renderItem}, with data of {@code [x, middle, low, high]}; a data item may carry {@code
 * tip}, the lines of its tooltip separated by line feeds; a series may have {@code colorOf}, a
 * place in the palette, or {@code rank}, a place from 0 to 1 on a scale from cold to hot.
 *
 * <p>In the page the element has the attribute {@code drawn} once a picture stands, and counts
 * pictures in its property {@code drawings}.
 */
@Tag("shiftscope-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./echart/echart.ts")
public final class EChart extends Component implements HasSize, HasStyle, HasAriaLabel {

  private static final long serialVersionUID = 1L;

  /**
   * An empty chart.
   *
   * @param fileName name of saved pictures, without its ending
   */
  public EChart(String fileName) {
    getElement().setProperty("fileName", fileName);
  }

  /**
   * Draws an option, in place of the one before. Series with an id that was there before move to
   * their new data; zoom and hidden series stay.
   *
   * @param option ECharts' option; copied, so it may be changed afterwards
   */
  public void setOption(ObjectNode option) {
    getElement().setPropertyJson("option", option.deepCopy());
  }

  /** Says in a sentence what the chart shows, for people who hear the page. */
  public void setDescription(String description) {
    getElement().setProperty("description", description);
  }

  /** Hears of clicks on a point of the chart. */
  public Registration addPointClickListener(ComponentEventListener<PointClick> listener) {
    return addListener(PointClick.class, listener);
  }
}
