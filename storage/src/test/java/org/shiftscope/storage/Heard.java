package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.shiftscope.storage.Experiments.Subscription;

/** Hears all the news, and lets a test wait for some. */
final class Heard implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Event> events = new ArrayList<>();
  private final Subscription subscription;

  Heard(Experiments experiments) {
    this.subscription = experiments.subscribe(this::hear);
  }

  private synchronized void hear(Event event) {
    events.add(event);
    notifyAll();
  }

  /** All lasting events so far. */
  synchronized List<Event> lasting() {
    return events.stream().filter(event -> event.type() != Event.Type.TRIAL_PROGRESS).toList();
  }

  synchronized List<Event> all() {
    return List.copyOf(events);
  }

  void awaitEnd(Experiment experiment) {
    await(event -> event.type() == Event.Type.EXPERIMENT_ENDED && is(event, experiment));
  }

  void awaitTrial(Experiment experiment, Event.Type type, int trial) {
    await(
        event ->
            event.type() == type
                && is(event, experiment)
                && event.trial().stream().anyMatch(number -> number == trial));
  }

  private static boolean is(Event event, Experiment experiment) {
    return event.experiment().equals(experiment.id());
  }

  /** Waits for an event that came or comes. */
  synchronized void await(Predicate<Event> wanted) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (events.stream().noneMatch(wanted)) {
      long left = (until - System.nanoTime()) / 1_000_000;
      assertThat(left).describedAs("the event came in time; heard: %s", events).isPositive();
      try {
        wait(left);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  /** Forgets what was heard. */
  synchronized void forget() {
    events.clear();
  }

  @Override
  public void close() {
    subscription.close();
  }
}
