package org.shiftscope.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DebouncePhase;
import java.util.function.DoubleConsumer;
import org.shiftscope.ui.kind.Slide;
import org.shiftscope.ui.wording.FormatNumber;

/** A slider through temperatures, evenly in log T. */
final class TemperatureSlider extends Div {

  private static final long serialVersionUID = 1L;
  private static final int STEPS = 400;
  private static final int PAUSE_MILLIS = 60;

  private final Range range = new Range();
  private final Span shown = new Span();
  private final Slide slide;

  /** Calls with each temperature that a person slides to. */
  TemperatureSlider(Slide slide, DoubleConsumer chosen) {
    this.slide = slide;
    addClassName("temperature-slider");
    range.setId("temperature");
    range
        .getElement()
        .setAttribute("type", "range")
        .setAttribute("min", "0")
        .setAttribute("max", Integer.toString(STEPS))
        .setAttribute("aria-label", "Temperature T");
    range
        .getElement()
        .addPropertyChangeListener(
            "value",
            "input",
            event -> {
              if (event.isUserOriginated()) {
                show(temperature());
                chosen.accept(temperature());
              }
            })
        .debounce(
            PAUSE_MILLIS,
            DebouncePhase.LEADING,
            DebouncePhase.INTERMEDIATE,
            DebouncePhase.TRAILING);
    shown.addClassName("temperature-shown");
    var label = new NativeLabel("Temperature T");
    label.setFor(range);
    add(label, range, shown);
    stand(slide.start());
  }

  /** Puts the slider at a temperature. */
  void stand(double temperature) {
    double share = Math.log(temperature / slide.from()) / Math.log(slide.to() / slide.from());
    range
        .getElement()
        .setProperty("value", Long.toString(Math.round(Math.clamp(share, 0.0, 1.0) * STEPS)));
    show(temperature);
  }

  private double temperature() {
    double share = Double.parseDouble(range.getElement().getProperty("value", "0")) / STEPS;
    return slide.from() * Math.pow(slide.to() / slide.from(), share);
  }

  private void show(double temperature) {
    String text = "T = " + FormatNumber.significant(temperature);
    shown.setText(text);
    range.getElement().setAttribute("aria-valuetext", text);
  }

  /** The browser's own slider: arrows, Home and End move it. */
  @Tag("input")
  private static final class Range extends Component {
    private static final long serialVersionUID = 1L;
  }
}
