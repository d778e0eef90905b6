package org.shiftscope.server.rest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.estimate.Memory;

/** Stories by REST alone, each on storage of its own. */
abstract class RestAloneStory {

  @TempDir Path folder;

  RestAlone rest;

  @BeforeEach
  final void startRest() throws Exception {
    rest = new RestAlone(folder, new Memory(4L << 30, 8L << 30));
  }

  @AfterEach
  final void stopRest() throws Exception {
    rest.close();
  }
}
