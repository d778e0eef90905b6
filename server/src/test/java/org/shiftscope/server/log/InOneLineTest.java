package org.shiftscope.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class InOneLineTest {

  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    context.addTurboFilter(new InOneLine());
    said.setContext(context);
    said.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(said);
  }

  private List<String> lines() {
    assertThat(said.list).allMatch(event -> event.getThrowableProxy() == null);
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void aDatabaseThatIsAwayIsTheSameLineOnceAMinute() {
    Logger scheduler = context.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");
    for (int look = 0; look < 3; look++) {
      scheduler.error(
          "Unhandled exception. Will keep running.",
          new IllegalStateException(new SQLException("refused", new IOException("gone\nfar"))));
    }
    assertThat(lines())
        .containsExactly("Unhandled exception. Will keep running. (java.io.IOException: gone)");
  }

  @Test
  void aMessageOfAPageThatIsRefusedIsALine() {
    Logger atmosphere = context.getLogger("org.atmosphere.container.JSR356Endpoint");
    atmosphere.error("Session {} of {}", "a", "b", new IllegalStateException("too big"));
    assertThat(lines())
        .containsExactly("Session a of b (java.lang.IllegalStateException: too big)");
  }

  @Test
  void whatElseIsThrownKeepsItsTrace() {
    context
        .getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown")
        .error("A bug", new IllegalStateException("none of the database's"));
    context.getLogger("org.shiftscope.storage.News").error("Ours", new SQLException("refused"));
    assertThat(said.list).hasSize(2).allMatch(event -> event.getThrowableProxy() != null);
  }
}
