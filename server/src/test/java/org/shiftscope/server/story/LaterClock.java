package org.shiftscope.server.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that goes as the system's does, and that a test can put forward. */
final class LaterClock extends Clock {

  private final Clock system = Clock.systemUTC();
  private volatile Duration ahead = Duration.ZERO;

  void forward(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public ZoneId getZone() {
    return system.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return system.instant().plus(ahead);
  }
}
