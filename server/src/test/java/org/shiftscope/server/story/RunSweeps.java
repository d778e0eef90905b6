package org.shiftscope.server.story;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.shiftscope.server.story.Lab.Answer;
import org.shiftscope.server.story.Lab.ServerEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * People who submit one sweep after another, and do to them all that can be done: by turns a sweep
 * is left alone, paused, cancelled and tried again, edited, deleted and restored, one of its trials
 * paused, deleted, purged. So events of every kind come that a machine without faults tells.
 */
final class RunSweeps {

  private static final int COURSES = 8;
  private static final int SEEDS = 4; // of two temperatures: 8 trials
  private static final double FLOW_TIME = 15;
  private static final String LAST_TRIAL = "/trials/7";
  private static final int CONFLICT = 409;

  private final Lab lab;
  private final BooleanSupplier goesOn;
  private final AtomicInteger submitted = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();
  private final List<Sweep> all = new CopyOnWriteArrayList<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  /**
   * People at a server.
   *
   * @param goesOn whether another sweep is submitted
   */
  RunSweeps(Lab lab, BooleanSupplier goesOn) {
    this.lab = lab;
    this.goesOn = goesOn;
  }

  /** All sweeps so far. */
  List<Sweep> all() {
    return List.copyOf(all);
  }

  /** The newest that is not settled. */
  Optional<Sweep> newest() {
    return all().reversed().stream().filter(sweep -> sweep.settled().isEmpty()).findFirst();
  }

  /** The last that settled and that lists show. */
  Optional<Sweep> lastSettled() {
    return all().reversed().stream()
        .filter(sweep -> sweep.settled().filter(now -> !isHidden(now)).isPresent())
        .findFirst();
  }

  private static boolean isHidden(Sweep.Settled now) {
    return now.purged() || now.state().equals("deleted");
  }

  /** How often a sweep had ended before its person changed it. */
  int late() {
    return late.get();
  }

  /** What was refused or went wrong. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** One person, who submits the next sweep once the last one's course is over. */
  void oneAfterAnother() {
    while (goesOn.getAsBoolean()) {
      int number = submitted.getAndIncrement();
      try {
        takeThrough(number);
      } catch (RuntimeException | AssertionError failed) {
        complaints.add("sweep " + number + ": " + failed);
        giveUp();
      }
    }
  }

  private void takeThrough(int number) {
    ObjectNode spec = Lab.sweep(SEEDS, FLOW_TIME).put("title", "Sweep number " + number);
    var sweep = new Sweep(lab.submit(spec));
    all.add(sweep);
    String path = sweep.path();
    boolean purged = number % COURSES == 7;
    try {
      changeIt(number, path);
    } catch (TooLate ended) { // on a machine that does nothing else it is
      late.incrementAndGet();
    }
    List<Long> events =
        lab.untilEnd(path).stream()
            .filter(event -> !event.id().isEmpty())
            .map(event -> Long.valueOf(event.id()))
            .toList();
    JsonNode now = lab.experiment(path);
    String state = now.get("deleted").isNull() ? now.get("state").asString() : "deleted";
    if (purged) {
      post(path, "/purge");
    }
    sweep.settle(new Sweep.Settled(events, state, purged));
  }

  private void changeIt(int number, String path) {
    switch (number % COURSES) {
      case 1 -> {
        await(path, "trial-ended");
        post(path, "/pause");
        await(path, "experiment-paused");
        post(path, "/resume");
      }
      case 2 -> {
        await(path, "trial-ended");
        post(path, "/cancel");
        await(path, "experiment-ended");
        post(path, "/retry");
      }
      case 3 -> edit(path);
      case 4 -> {
        await(path, "trial-started");
        post(path, "/cancel");
        await(path, "experiment-ended");
        require(lab.delete(path));
        post(path, "/restore");
      }
      case 5 -> {
        post(path, LAST_TRIAL + "/pause");
        await(path, "trial-ended");
        post(path, LAST_TRIAL + "/resume");
      }
      case 6, 7 -> {
        lab.untilEnd(path);
        require(lab.delete(path));
      }
      default -> {} // left alone
    }
  }

  /** Lets nobody wait any longer for what became of sweeps whose person is gone. */
  private void giveUp() {
    var unknown = new Sweep.Settled(List.of(), "unknown", true);
    all.stream().filter(sweep -> sweep.settled().isEmpty()).forEach(sweep -> sweep.settle(unknown));
  }

  private void edit(String path) {
    await(path, "trial-ended");
    require(lab.patch(path, "{\"tags\": [\"load\"], \"favourite\": true, \"priority\": 1}"));
    require(lab.put(path + "/note", "{\"text\": \"Seen *meanwhile*.\"}", "If-Match", "0"));
    require(lab.patch(path, "{\"title\": \"A sweep of another name\"}"));
  }

  private void await(String path, String event) {
    List<ServerEvent> heard = lab.events(path, "", each -> each.name().equals(event));
    if (heard.isEmpty() || !heard.getLast().name().equals(event)) {
      throw new AssertionError(path + " never told of " + event);
    }
  }

  private void post(String path, String change) {
    require(lab.post(path + change, ""));
  }

  /** The sweep had ended before it was changed. */
  private static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void require(Answer answer) {
    if (answer.status() == CONFLICT && answer.body().contains("has ended")) {
      throw new TooLate();
    }
    if (answer.status() >= 300) {
      throw new AssertionError("Refused with " + answer.status() + ": " + answer.body());
    }
  }
}
