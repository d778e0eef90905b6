package org.shiftscope.ui.frame;

import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.storage.accounts.AccountRefused;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.ui.wording.Notify;

/** Shows a person why a door of the record refused what they asked of a page, on every page. */
public final class ExplainRefusals implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(
            session -> session.getSession().setErrorHandler(ExplainRefusals::handle));
  }

  private static void handle(ErrorEvent event) {
    refusal(event.getThrowable())
        .ifPresentOrElse(Notify::problem, () -> new DefaultErrorHandler().error(event));
  }

  private static Optional<String> refusal(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause instanceof NotAllowed || cause instanceof AccountRefused)
        .map(Throwable::getMessage)
        .findFirst();
  }
}
