package org.shiftscope.frontend;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** A click on a point of a chart. */
@DomEvent("point-click")
public final class PointClick extends ComponentEvent<EChart> {

  private static final long serialVersionUID = 1L;

  private final String series;
  private final int index;

  /**
   * Called by Vaadin.
   *
   * @param series the series' id
   * @param index the point's place in the series' data, from 0
   */
  public PointClick(
      EChart source,
      boolean fromClient,
      @EventData("event.detail.series") String series,
      @EventData("event.detail.index") int index) {
    super(source, fromClient);
    this.series = series;
    this.index = index;
  }

  /** The id of the series. */
  public String series() {
    return series;
  }

  /** The point's place in the series' data, from 0. */
  public int index() {
    return index;
  }
}
