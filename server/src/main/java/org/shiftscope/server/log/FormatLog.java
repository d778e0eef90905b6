package org.shiftscope.server.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.shiftscope.server.config.ObserveConfig.LogFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the log as it is asked for: lines of text as {@code logback.xml} has them, or an object of
 * JSON for each line. What the threads of a trial log has its experiment and its number, what a
 * request's thread logs the request and the account ({@code mdc}).
 */
public final class FormatLog {

  private FormatLog() {}

  /** From now on. */
  public static void as(LogFormat format) {
    if (format == LogFormat.JSON
        && LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console")
            instanceof ConsoleAppender<ILoggingEvent> console) {
      var json = new JsonEncoder();
      json.setContext(context);
      json.setWithSequenceNumber(false);
      json.setWithNanoseconds(false);
      json.setWithContext(false);
      json.setWithMessage(false);
      json.setWithArguments(false);
      json.setWithFormattedMessage(true);
      json.start();
      console.setEncoder(json);
    }
  }
}
