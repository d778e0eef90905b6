package org.shiftscope.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.fault.EndProcess;
import org.slf4j.Marker;

/**
 * Sees what is thrown in every corner of the process, since whoever catches it logs it: where it
 * says that a part of the program fails for good, the process is ended.
 */
public final class EndWhereDamaged extends TurboFilter {

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    ThinOut.thrown(arguments, thrown).ifPresent(EndProcess::whereDamaged);
    return FilterReply.NEUTRAL;
  }
}
