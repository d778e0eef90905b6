package org.shiftscope.ui.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.shiftscope.storage.accounts.Session;
import org.shiftscope.storage.accounts.Sessions;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.PlainTable;

/** The browsers in which one is signed in. */
final class SessionsPanel extends Section {

  private static final long serialVersionUID = 1L;

  private final transient Sessions sessions;
  private final transient Clock clock;
  private final PlainTable table =
      new PlainTable("Sessions", "Signed in", "Last used", "From", "Browser", "");

  SessionsPanel(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
    addClassName("card");
    add(new H2("Sessions"), table);
    show();
  }

  private void show() {
    table.clear();
    sessions.list().forEach(this::row);
  }

  private void row(Session session) {
    var end = new Button("End", click -> end(session));
    end.setAriaLabel("End the session from " + session.address());
    table.row(
        "session-" + session.id(),
        new Span(FormatTime.exact(session.started(), clock.getZone())),
        new Span(FormatTime.ago(session.lastUsed(), clock.instant(), clock.getZone())),
        new Span(session.address()),
        new Span(session.agent()),
        session.current() ? new Span("this one") : end);
  }

  private void end(Session session) {
    sessions.end(session.id());
    show();
  }
}
