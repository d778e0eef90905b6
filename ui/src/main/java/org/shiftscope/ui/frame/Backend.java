package org.shiftscope.ui.frame;

import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletContext;
import java.time.Clock;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.accounts.People;
import org.shiftscope.ui.observed.Observed;
import org.shiftscope.ui.sharing.MakeShare;

/**
 * What the pages need from the server, which sets it as an attribute of the servlet context under
 * this class's name.
 *
 * @param experiments the front door
 * @param share makes shares, and has them
 * @param estimates times steps for the estimate before launch
 * @param theory answers what theory says, one after another
 * @param host what trials run on
 * @param clock tells the time
 * @param version Shiftscope's
 * @param people who may do what
 * @param observed what is known of the server itself
 */
public record Backend(
    Experiments experiments,
    MakeShare share,
    EstimateCost estimates,
    AnswerInTurn theory,
    Host host,
    Clock clock,
    String version,
    People people,
    Observed observed) {

  /** The backend of the page that is being served. Call it from a page's thread. */
  public static Backend get() {
    VaadinContext context = VaadinService.getCurrent().getContext();
    Object backend =
        ((VaadinServletContext) context).getContext().getAttribute(Backend.class.getName());
    if (backend instanceof Backend found) {
      return found;
    }
    throw new IllegalStateException(
        "The servlet context has no attribute " + Backend.class.getName() + ": the server sets it");
  }
}
