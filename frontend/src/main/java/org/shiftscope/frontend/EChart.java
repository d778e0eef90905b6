package org.shiftscope.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BaseJsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An Apache ECharts chart. It takes an option tree as ECharts documents it, and adds what every
 * chart of Shiftscope has: the page's light or dark theme, ticks with as many digits as tell them
 * apart, a legend of as many lines as it needs, points that the arrow keys go through and that are
 * said, and a size that follows its box. What its buttons do is an {@link Action}.
 *
 * <p>Beyond ECharts' own option: text may hold lowered and raised parts, <code>θ{sub|te}</code> and
 * <code>x{sup|2}</code>; {@code note} is a line over the picture, or lines; {@code marked} says
 * that marks stand over its top; a series of type {@code custom} may name {@code "errorBar"} as its
 * {@code renderItem}, with data of {@code [x, middle, low, high]}; a series may have {@code
 * colorOf}, a place in the palette, and {@code symbolEvery}, of which points to show the symbol; a
 * data item may carry {@code tip}, the lines of its tooltip separated by line feeds, {@code rank},
 * a place from 0 to 1 on a scale from cold to hot, and {@code trial}, the number that a click
 * tells.
 *
 * <p>What is hidden in the legend and the zoom stay over a reload of the page, by the element's id.
 *
 * <p>In the page the element has the attribute {@code drawn} once a picture stands, and counts
 * pictures in its property {@code drawings}; {@code picture('svg')} is what saving would save.
 */
@Tag("shiftscope-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./echart/echart.ts")
public final class EChart extends Component implements HasSize, HasStyle, HasAriaLabel {

  private static final long serialVersionUID = 1L;

  /** What a button beside the chart can ask for, in the page alone. */
  public enum Action {
    SAVE_PNG("save('png')"),
    SAVE_SVG("save('svg')"),
    COPY("copy()"),
    ZOOM("zoom()"),
    SELECT("select()"),
    WHOLE("whole()");

    private final String call;

    Action(String call) {
      this.call = call;
    }
  }

  private static final String SERIES = "series-";

  /** The parts of the option that the page has. */
  private final transient Map<String, BaseJsonNode> sent = new HashMap<>();

  private int asked;

  /**
   * An empty chart.
   *
   * @param fileName name of saved pictures, without its ending
   */
  public EChart(String fileName) {
    setFileName(fileName);
  }

  /** The name of saved pictures, without its ending. */
  public void setFileName(String fileName) {
    getElement().setProperty("fileName", fileName);
  }

  /**
   * Draws an option, in place of the one before. Series with an id that was there before move to
   * their new data; zoom and hidden series stay. Only the series that changed are sent.
   *
   * @param option ECharts' option; copied, so it may be changed afterwards
   */
  public void setOption(ObjectNode option) {
    ObjectNode frame = option.deepCopy();
    ArrayNode series = frame.withArray("series");
    frame.remove("series");
    int count = series.size();
    send("frame", frame);
    for (int i = 0; i < count; i++) {
      send(SERIES + i, (BaseJsonNode) series.get(i));
    }
    for (int i = count; sent.remove(SERIES + i) != null; i++) {
      getElement().removeProperty(SERIES + i);
    }
    getElement().setProperty("seriesCount", count);
    getElement().setProperty("asked", ++asked);
  }

  /** Sends a part of the option, where it is another than before. */
  private void send(String part, BaseJsonNode value) {
    if (!value.equals(sent.put(part, value))) {
      getElement().setPropertyJson(part, value);
    }
  }

  /** Says in a sentence what the chart shows, for people who hear the page. */
  public void setDescription(String description) {
    getElement().setProperty("description", description);
  }

  /** The title over saved pictures; in the page a heading says it. */
  public void setPictureTitle(String title) {
    getElement().setProperty("pictureTitle", title);
  }

  /** Lets a click on another element do something to the chart, in the page alone. */
  public void onClickOf(Element button, Action action) {
    button.executeJs("this.addEventListener('click', () => $0." + action.call + ")", getElement());
  }

  /** Hears of clicks on a point that belongs to a trial, and of Enter on it. */
  public Registration addPointClickListener(ComponentEventListener<PointClick> listener) {
    return addListener(PointClick.class, listener);
  }

  /** Hears of the trials whose points lie in a box that a person drew; each once. */
  public void onSelected(Consumer<List<Integer>> told) {
    getElement()
        .addEventListener(
            "points-selected",
            event ->
                told.accept(
                    event
                        .getEventData()
                        .get("event.detail.trials")
                        .valueStream()
                        .map(JsonNode::asInt)
                        .toList()))
        .addEventData("event.detail.trials");
  }

  /** Hears whether the browser let the picture be copied. */
  public void onCopied(Consumer<Boolean> told) {
    getElement()
        .addEventListener(
            "copied",
            event -> told.accept(event.getEventData().get("event.detail.copied").asBoolean()))
        .addEventData("event.detail.copied");
  }
}
