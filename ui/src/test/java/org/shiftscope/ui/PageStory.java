package org.shiftscope.ui;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Stories of pages without a browser, each on storage of its own. */
abstract class PageStory {

  @TempDir Path folder;

  Browserless pages;

  @BeforeEach
  final void openPages() {
    pages = new Browserless(folder);
  }

  @AfterEach
  final void closePages() {
    pages.close();
  }
}
