package org.shiftscope.ui.system;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.shiftscope.storage.ControlQueue;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.news.FollowNews;
import org.shiftscope.ui.observed.SystemReport;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notify;
import org.shiftscope.ui.wording.PlainTable;

/** The server itself: what runs where, what it holds, what it is made of, and whom it tells. */
@Route(value = Navigation.SYSTEM, layout = MainLayout.class)
@PageTitle("System · Shiftscope")
public final class SystemView extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Backend backend = Backend.get();
  private final boolean mayKnowPaths = Asker.may(Role.RESEARCHER);
  private final boolean mayKnowBackups = Asker.may(Role.ADMINISTRATOR);
  private final Span state = new Span();
  private final Div trouble = new Div();
  private final PlainTable lanes =
      new PlainTable("Lanes", "Lane", "Device", "Slots", "Running", "Waiting", "");
  private final PlainTable workers =
      new PlainTable("Workers", "Machine", "Process", "Slots", "Version", "Since", "Last heard of");
  private final RunningTable running = new RunningTable();
  private final PlainTable memory = new PlainTable("Memory and disk", "What", "Used", "Of");
  private final PlainTable parts = new PlainTable("What it is made of", "Part", "Version");
  private final Span devices = new Span();
  private transient List<SystemReport.Lane> shown = List.of();

  /** Called by Vaadin. */
  public SystemView() {
    addClassNames("page", "accounts", "system");
    state.addClassName("quiet");
    state.setId("system-state");
    trouble.addClassNames("note", "told");
    trouble.getElement().setAttribute("role", "status");
    trouble.setId("system-trouble");
    devices.addClassName("quiet");
    var head = new Div(new H1("System"), state);
    head.addClassName("page-head");
    parts.addClassName("parts");
    add(
        head,
        trouble,
        card("Lanes", lanes, devices),
        card("Running now", running),
        card("Workers", workers),
        card("Memory and disk", memory),
        card("Largest experiments", new LargestTable(backend.experiments())),
        card("Made of", parts));
    SystemReport now = backend.observed().system().get();
    if (mayKnowBackups) {
      add(
          BackupsPanel.of(backend.observed().backups(), now.backups(), backend.clock()),
          new RecipientsPanel(backend.observed(), backend.clock()));
    }
    show(now);
    FollowNews.whileAttached(
        this, backend.experiments(), event -> true, backend.observed().system(), this::show);
  }

  private static Section card(String title, Component... content) {
    var section = new Section(new H2(title));
    section.add(content);
    section.addClassName("card");
    return section;
  }

  private void show(SystemReport report) {
    state.setText("up for " + FormatTime.duration(report.uptime()));
    trouble.setText(report.trouble().orElse(""));
    trouble.setVisible(report.trouble().isPresent());
    devices.setText(report.devices());
    lanes(report.lanes());
    workers.clear();
    report.workers().forEach(this::worker);
    running.show(report.running(), backend.clock());
    memory.clear();
    memory(report);
    parts.clear();
    parts(report);
  }

  /** Drawn anew only where something changed, so that a button keeps its focus. */
  private void lanes(List<SystemReport.Lane> now) {
    if (!now.equals(shown)) {
      shown = now;
      lanes.clear();
      now.forEach(this::lane);
    }
  }

  private void lane(SystemReport.Lane lane) {
    lanes.row(
        "lane-" + lane.device(),
        new Span(lane.device()),
        new Span(lane.name()),
        number(lane.slots()),
        new Span(
            FormatNumber.whole(lane.running()) + (lane.paused().isPresent() ? ", paused" : "")),
        number(lane.waiting()),
        action(lane));
  }

  private Component action(SystemReport.Lane lane) {
    boolean paused = lane.paused().isPresent();
    if (!Asker.may(Role.RESEARCHER)) {
      return new Span();
    }
    String text = paused ? "Resume" : "Pause";
    var button = new Button(text, click -> pauseOrResume(lane.device(), paused));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(text + " the lane " + lane.device());
    button.setId("pause-" + lane.device());
    return button;
  }

  private void pauseOrResume(String device, boolean paused) {
    ControlQueue control = backend.experiments().control();
    if (paused ? control.resumeLane(device) : control.pauseLane(device)) {
      Notify.undoable(
          paused ? "The lane " + device + " goes on." : "The lane " + device + " is paused.",
          () -> pauseOrResume(device, !paused));
    }
    show(backend.observed().system().get());
  }

  private void worker(SystemReport.WorkerAtWork worker) {
    workers.row(
        "worker-" + worker.id(),
        new Span(worker.host()),
        new Span(Long.toString(worker.process())),
        number(worker.slots()),
        new Span(worker.version()),
        new Span(FormatTime.exact(worker.started(), backend.clock().getZone())),
        new Span(
            worker
                .heartbeat()
                .map(at -> FormatTime.ago(at, backend.clock().instant(), backend.clock().getZone()))
                .orElse("here")));
  }

  private static Span number(long value) {
    return new Span(FormatNumber.whole(value));
  }

  private void memory(SystemReport report) {
    SystemReport.MemoryUse use = report.memory();
    size("heap", "Java’s heap", use.heapUsed(), use.heapMost());
    if (use.resident() > 0) { // not every system says it
      size("resident", "The process, arrays included", use.resident(), use.machine());
    }
    size("trials", "Taken by trials", use.takenByTrials(), use.machine());
    size("machine", "The machine", use.machine() - use.left(), use.machine());
    SystemReport.Disk disk = report.disk();
    String where = mayKnowPaths ? "Disk of " + disk.folder() : "Disk";
    size("disk", where, disk.size() - disk.free(), disk.size());
    report
        .engine()
        .ifPresent(
            engine ->
                memory.row(
                    "memory-database",
                    new Span("Database, of that disk"),
                    new Span(FormatNumber.bytes(engine.bytes())),
                    new Span("")));
  }

  private void size(String id, String what, long used, long of) {
    memory.row(
        "memory-" + id,
        new Span(what),
        new Span(FormatNumber.bytes(used)),
        new Span(FormatNumber.bytes(of)));
  }

  private void parts(SystemReport report) {
    SystemReport.Versions versions = report.versions();
    part("product", "Shiftscope", versions.product());
    part("commit", "Commit", versions.commit());
    part("java", "Java", versions.java());
    part("libraries", "Arrays", versions.libraries());
    part("kernels", "Kernels", versions.kernels());
    part("system", "System", versions.system());
    report
        .engine()
        .ifPresent(
            engine ->
                part("database", "Database", engine.engine() + ", schema " + engine.schema()));
    if (!mayKnowBackups) { // who may has all of them below
      part("backup", "Last backup", lastBackup(report));
    }
  }

  private String lastBackup(SystemReport report) {
    return report
        .backups()
        .flatMap(SystemReport.BackupPlan::last)
        .map(at -> FormatTime.exact(at, backend.clock().getZone()))
        .orElse("none");
  }

  private void part(String id, String what, String version) {
    parts.row("part-" + id, new Span(what), new Span(version));
  }
}
