package org.shiftscope.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the pages of a browser, and with them their push, as soon as who opened them may not see
 * them any more: signed out, expired, disabled, of another role, or somebody else by now.
 */
public final class EndPages implements HttpSessionListener {

  private static final Logger LOG = LoggerFactory.getLogger(EndPages.class);

  private final People people;
  private final Map<HttpSession, Asker> openedBy = new ConcurrentHashMap<>();

  /** From now on, at each change of accounts, sessions or tokens. */
  public EndPages(People people) {
    this.people = people;
    // In a thread of its own: who made the change may hold the lock of a page.
    people.onChange(() -> Thread.ofVirtual().name("end-pages").start(this::endThoseThatMayNotBe));
  }

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    Asker.current().ifPresent(asker -> openedBy.put(event.getSession(), asker));
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    openedBy.remove(event.getSession());
  }

  /** Ends the pages of all who may not see them any more. */
  public void endThoseThatMayNotBe() {
    openedBy.forEach(
        (session, asker) -> {
          if (!people.stands(asker)) {
            end(session);
          }
        });
  }

  /** Ends pages in the browser of a request that somebody else opened there. */
  void endThoseOfOthers(HttpServletRequest request, Asker asker) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      Asker opened = openedBy.get(session);
      if (opened != null && !isSame(opened, asker)) {
        end(session);
      }
    }
  }

  /** From whatever address. */
  private static boolean isSame(Asker one, Asker other) {
    return one.role() == other.role() && one.proof().equals(other.proof());
  }

  private void end(HttpSession session) {
    openedBy.remove(session);
    try {
      session.invalidate();
    } catch (IllegalStateException over) {
      LOG.debug("The session had ended before", over);
    }
  }
}
