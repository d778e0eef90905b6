package org.shiftscope.server.story;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.RunningServer;

/** A server of their own for stories by REST. */
@Timeout(60)
abstract class RestStory {

  static RunningServer server;
  static Lab lab;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = InProcess.start(data);
    lab = new Lab(server.address());
  }

  @AfterAll
  static void stop() {
    server.close();
  }
}
