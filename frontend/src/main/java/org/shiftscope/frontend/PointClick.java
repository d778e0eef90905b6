package org.shiftscope.frontend;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** A click on a point of a chart that belongs to a trial. */
@DomEvent("point-click")
public final class PointClick extends ComponentEvent<EChart> {

  private static final long serialVersionUID = 1L;

  private final int trial;

  /**
   * Called by Vaadin.
   *
   * @param trial the trial's number, from 0
   */
  public PointClick(EChart source, boolean fromClient, @EventData("event.detail.trial") int trial) {
    super(source, fromClient);
    this.trial = trial;
  }

  /** The trial's number, from 0. */
  public int trial() {
    return trial;
  }
}
