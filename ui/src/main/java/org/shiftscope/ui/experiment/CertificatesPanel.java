package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.ui.kind.EvidenceNumbers;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.StateBadge;

/**
 * Whether the points of a trial are minima: a badge and a reason each, which open to the evidence.
 */
final class CertificatesPanel extends Div {

  private static final long serialVersionUID = 1L;

  private transient List<CertifiedPoint> shown = List.of();

  CertificatesPanel() {
    addClassName("certificates");
  }

  /** What a person has opened stays open while the points are the same. */
  void show(List<CertifiedPoint> points) {
    if (points.equals(shown)) {
      return;
    }
    shown = points;
    removeAll();
    points.forEach(point -> add(details(point)));
    setVisible(!points.isEmpty());
  }

  private static Details details(CertifiedPoint point) {
    var reason = new Span();
    reason.addClassName("certificate-reason");
    Notation.show(reason, point.certificate().reason());
    var summary = new Div(StateBadge.of(point), reason);
    summary.addClassName("certificate-summary");
    return new Details(
        summary, new NumberTableView(EvidenceNumbers.of(point.certificate().evidence())));
  }
}
