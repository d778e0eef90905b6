package org.shiftscope.ui.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.shiftscope.storage.accounts.AuditEntry;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.PlainTable;

/** Who did what to what, the newest first; for administrators. */
@Route(value = Navigation.AUDIT, layout = MainLayout.class)
@PageTitle("Audit log · Shiftscope")
public final class AuditView extends Div {

  private static final long serialVersionUID = 1L;
  private static final int PART = 100;

  private final transient Backend backend = Backend.get();
  private final PlainTable table =
      new PlainTable("Audit log", "When", "Who", "From", "What", "To what");
  private final Button more = new Button("Show more", click -> more());
  private long before = Long.MAX_VALUE;

  /** Called by Vaadin. */
  public AuditView() {
    addClassNames("page", "accounts");
    var head = new Div(new H1("Audit log"), Navigation.linkToAccounts("Accounts"));
    head.addClassName("page-head");
    var section = new Section(table);
    section.addClassName("card");
    more.setId("show-more");
    add(head, section, more);
    more();
  }

  private void more() {
    List<AuditEntry> part = backend.people().audit().list(before, PART);
    part.forEach(this::row);
    if (!part.isEmpty()) {
      before = part.getLast().sequence();
    }
    more.setVisible(part.size() == PART);
  }

  private void row(AuditEntry entry) {
    table.row(
        "entry-" + entry.sequence(),
        new Span(FormatTime.exact(entry.at(), backend.clock().getZone())),
        new Span(entry.account()),
        new Span(entry.address()),
        new Span(entry.action()),
        new Span(entry.subject()));
  }
}
