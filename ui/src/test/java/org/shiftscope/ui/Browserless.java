package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Notices;
import org.shiftscope.storage.Search;
import org.shiftscope.storage.Shares;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.TrialQueue;
import org.shiftscope.storage.TrialWork;
import org.shiftscope.storage.accounts.People;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.observed.Observed;
import org.shiftscope.ui.observed.SystemReport;
import org.shiftscope.ui.sharedview.FreezeStored;
import org.shiftscope.ui.sharing.MakeShare;

/** The pages without a browser, on real storage in a folder of their own. */
public final class Browserless implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Storage storage;
  private final Optional<Backups> backups;
  private final AnswerInTurn theory = new AnswerInTurn("theory", PATIENCE);

  /** Opens storage and a first, empty page; backups are made. */
  public Browserless(Path folder) {
    this(folder, true);
  }

  /** {@code backups}: whether any are made. */
  public Browserless(Path folder, boolean backups) {
    storage = Storage.open(folder, Clock.systemUTC());
    this.backups =
        backups
            ? Optional.of(storage.backups(folder.resolve("backups"), "test"))
            : Optional.empty();
    var host = new Host(new DataFolder(folder), new Memory(4L << 30, 8L << 30), 2);
    var backend =
        new Backend(
            storage.experiments(),
            new MakeShare(
                storage.shares(),
                new FreezeStored(storage.experiments(), "test", "test", Clock.systemUTC()),
                Clock.systemUTC()),
            new EstimateCost(host, System::nanoTime),
            theory,
            host,
            Clock.systemUTC(),
            "test",
            storage.people(),
            new Observed(this::report, storage.notices(), false, this.backups));
    MockVaadin.setup(UI::new, new WithBackend(backend));
  }

  /** A server that computes on a processor of two slots. */
  private SystemReport report() {
    return new SystemReport(
        Optional.empty(),
        new SystemReport.Versions("test", "abc", "25", "ND4J", "vectors", "Linux"),
        Duration.ofHours(3),
        "The CPU.",
        storage.vitals().lanes().stream()
            .map(
                lane ->
                    new SystemReport.Lane(
                        lane.device(),
                        "a processor",
                        2,
                        lane.running(),
                        lane.waiting(),
                        lane.paused()))
            .toList(),
        List.of(),
        storage.vitals().running(),
        new SystemReport.MemoryUse(1 << 20, 1 << 30, 2 << 20, 0, 4L << 30, 2L << 30),
        new SystemReport.Disk(Path.of("/where/data/is"), 1L << 30, 4L << 30),
        Optional.of(storage.vitals().engine()),
        backups.map(
            each ->
                new SystemReport.BackupPlan(
                    each.folder(), LocalTime.of(3, 0), 7, Optional.empty(), each.underWay())));
  }

  /** The front door behind the pages. */
  public Experiments experiments() {
    return storage.experiments();
  }

  /** The door to shared views. */
  public Shares shares() {
    return storage.shares();
  }

  /** Who may do what. */
  public People people() {
    return storage.people();
  }

  /** Who is told of experiments that ended. */
  public Notices notices() {
    return storage.notices();
  }

  /** Backups of the record, where they are made. */
  public Backups backups() {
    return backups.orElseThrow();
  }

  /** Answers what theory says, one after another. */
  public AnswerInTurn theory() {
    return theory;
  }

  /** All experiments that are not deleted, the newest first. */
  public List<Experiment> listed() {
    return experiments().list(Search.ALL, Optional.empty(), 1_000).stream()
        .map(each -> experiments().find(each.id()).orElseThrow())
        .toList();
  }

  /** Goes to an address. */
  public void visit(String address) {
    var location = new Location(address);
    UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    until(() -> !text().contains("Computing findings"));
  }

  /** Where the page is. */
  public static String address() {
    return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
  }

  /** The only component with an id. */
  public static <C extends Component> C byId(Class<C> type, String id) {
    return _get(type, spec -> spec.withId(id));
  }

  /** All that the view says. */
  public static String text() {
    return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
  }

  /** Submits a spec and waits until planted work has ended it. */
  public Experiment run(ExperimentSpec spec, TrialWork work) {
    Experiment experiment = experiments().submit(spec);
    work(experiment, work);
    return experiments().find(experiment.id()).orElseThrow();
  }

  /** Works on an experiment until it has ended. */
  public void work(Experiment experiment, TrialWork work) {
    var ended = new CountDownLatch(1);
    try (var news =
            experiments()
                .subscribe(
                    event -> {
                      if (event.experiment().equals(experiment.id())
                          && event.type() == Event.Type.EXPERIMENT_ENDED) {
                        ended.countDown();
                      }
                    });
        var lane = storage.queue().start(new TrialQueue.Lane("cpu", 1), work)) {
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The experiment did not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Lets news reach the page until something holds. */
  public static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It never came to hold; the page says: " + text());
      }
      MockVaadin.clientRoundtrip(false);
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() {
    MockVaadin.tearDown();
    storage.close();
  }

  private static final class WithBackend extends MockVaadinServlet {

    private static final long serialVersionUID = 1L;

    private final transient Backend backend;

    WithBackend(Backend backend) {
      super(new Routes().autoDiscoverViews("org.shiftscope.ui"), UI::new);
      this.backend = backend;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
      config.getServletContext().setAttribute(Backend.class.getName(), backend);
      super.init(config);
    }
  }
}
