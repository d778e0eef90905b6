package org.shiftscope.ui;

import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinSession;
import java.util.UUID;

/**
 * Which start of the server and which session a page belongs to. The page's own script compares it
 * with that of the page before, and says that the server was restarted or the session had ended.
 *
 * @param server drawn anew at each start
 * @param session drawn anew for each session; it is no key to it
 */
record Life(String server, String session) {

  private static final String META = "shiftscope-life";

  static void tell(AppShellSettings settings) {
    VaadinSession session = VaadinSession.getCurrent();
    var life = new Life(of(session.getService().getContext()), of(session));
    settings.addMetaTag(META, life.server + " " + life.session);
  }

  private static String of(VaadinContext context) {
    return context.getAttribute(ServerLife.class, () -> new ServerLife(draw())).id();
  }

  private static String of(VaadinSession session) {
    Object known = session.getAttribute(META);
    String id = known == null ? draw() : known.toString();
    session.setAttribute(META, id);
    return id;
  }

  private static String draw() {
    return UUID.randomUUID().toString();
  }

  /** The attribute of the context. */
  private record ServerLife(String id) {}
}
