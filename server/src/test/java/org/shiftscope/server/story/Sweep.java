package org.shiftscope.server.story;

import java.util.List;
import java.util.Optional;

/** An experiment that others follow while somebody takes it through its course. */
final class Sweep {

  private final String path;
  private volatile Optional<Settled> settled = Optional.empty();

  /**
   * One that runs.
   *
   * @param path of REST
   */
  Sweep(String path) {
    this.path = path;
  }

  /**
   * Nothing happens to it any more.
   *
   * @param events the numbers of all its lasting events, as the record lists them, in order
   * @param state as pages show it
   * @param purged whether it is gone for good; then of the moment before
   */
  record Settled(List<Long> events, String state, boolean purged) {
    Settled {
      events = List.copyOf(events);
    }
  }

  String path() {
    return path;
  }

  String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  Optional<Settled> settled() {
    return settled;
  }

  void settle(Settled now) {
    settled = Optional.of(now);
  }
}
