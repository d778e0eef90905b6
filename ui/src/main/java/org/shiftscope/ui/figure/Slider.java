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

/** A slider through numbers: the browser's own, so that arrows, Home and End move it. */
public final class Slider extends Div {

  private static final long serialVersionUID = 1L;
  private static final int STEPS = 400;
  private static final int PAUSE_MILLIS = 60;

  private final Range range = new Range();
  private final Span shown = new Span();
  private final transient Scale scale;

  /**
   * Calls with each number that a person slides to.
   *
   * @param id its name in the page
   */
  public Slider(String id, Scale scale, DoubleConsumer chosen) {
    this.scale = scale;
    addClassName("slider");
    range.setId(id);
    range
        .getElement()
        .setAttribute("type", "range")
        .setAttribute("min", "0")
        .setAttribute("max", Integer.toString(scale.steps()))
        .setAttribute("aria-label", scale.title());
    range
        .getElement()
        .addPropertyChangeListener(
            "value",
            "input",
            event -> {
              if (event.isUserOriginated()) {
                show(number());
                chosen.accept(number());
              }
            })
        .debounce(
            PAUSE_MILLIS,
            DebouncePhase.LEADING,
            DebouncePhase.INTERMEDIATE,
            DebouncePhase.TRAILING);
    shown.addClassName("slider-shown");
    var label = new NativeLabel(scale.title());
    label.setFor(range);
    add(label, range, shown);
    range.getElement().setProperty("value", Long.toString(Math.round(scale.shareOf(scale.start))));
    show(scale.start());
  }

  /**
   * What it slides through.
   *
   * @param title the quantity, for a person
   * @param symbol its symbol
   * @param from the lowest, above 0 where equal steps are equal factors
   * @param to the highest, above {@code from}
   * @param steps from the lowest to the highest, at least 1
   * @param logarithmic whether equal steps are equal factors
   * @param start where the slider stands first
   */
  public record Scale(
      String title,
      String symbol,
      double from,
      double to,
      int steps,
      boolean logarithmic,
      double start) {

    static Scale ofTemperatures(Slide slide) {
      return new Scale("Temperature T", "T", slide.from(), slide.to(), STEPS, true, slide.start());
    }

    /** The same, standing elsewhere first; as before where that is not in it. */
    public Scale startingAt(double number) {
      return number >= from && number <= to
          ? new Scale(title, symbol, from, to, steps, logarithmic, number)
          : this;
    }

    /** The number at a step. */
    double at(double step) {
      double share = step / steps;
      return logarithmic ? from * Math.pow(to / from, share) : from + (to - from) * share;
    }

    private double shareOf(double number) {
      double share =
          logarithmic
              ? Math.log(number / from) / Math.log(to / from)
              : (number - from) / (to - from);
      return Math.clamp(share, 0.0, 1.0) * steps;
    }
  }

  private double number() {
    return scale.at(Double.parseDouble(range.getElement().getProperty("value", "0")));
  }

  private void show(double number) {
    String text = scale.symbol() + " = " + FormatNumber.significant(number);
    shown.setText(text);
    range.getElement().setAttribute("aria-valuetext", text);
  }

  @Tag("input")
  private static final class Range extends Component {
    private static final long serialVersionUID = 1L;
  }
}
