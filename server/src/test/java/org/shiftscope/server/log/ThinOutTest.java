package org.shiftscope.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.StorageUnavailable;
import org.slf4j.Logger;

class ThinOutTest {

  @TempDir Path folder;

  private final LoggerContext context = new LoggerContext();
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    context.addTurboFilter(new ThinOut());
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
  void whatTheRecordRefusesKeepsItsTraceOnceAMinute() {
    Logger rest = context.getLogger("org.shiftscope.server.rest.MapErrors");
    StorageUnavailable full = refusedByAFolderThatIsAFile();
    rest.error("{} {} failed", "GET", "/api/health", full);
    rest.error("{} {} failed", "GET", "/api/experiments", full);
    rest.error("{} {} is another line", "GET", "/api/experiments", full);
    assertThat(said.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("GET /api/health failed", "GET /api/experiments is another line");
    assertThat(said.list).allMatch(event -> event.getThrowableProxy() != null);
  }

  private StorageUnavailable refusedByAFolderThatIsAFile() {
    return catchThrowableOfType(
        StorageUnavailable.class,
        () -> Storage.open(Files.createFile(folder.resolve("file")), Clock.systemUTC()).close());
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
