package org.shiftscope.ui.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.Browserless.until;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.ui.Browserless;
import org.shiftscope.ui.Planted;

class FollowNewsTest {

  @TempDir private Path folder;
  private Browserless pages;
  private final AtomicInteger read = new AtomicInteger();
  private final Div page = new Div();

  @BeforeEach
  void open() {
    pages = new Browserless(folder);
    FollowNews.whileAttached(
        page,
        pages.experiments(),
        event -> true,
        read::incrementAndGet,
        number -> page.setText("Reading " + number));
  }

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void whatHappenedBeforeAPageFollowedIsReadOnceItDoes() {
    UI.getCurrent().add(page);
    until(() -> page.getText().equals("Reading 1"));
  }

  @Test
  void nothingIsReadForABrowserThatIsSilentUntilItIsHeardOf() throws Exception {
    UI.getCurrent().add(page);
    until(() -> page.getText().equals("Reading 1"));
    UI.getCurrent().getInternals().setLastHeartbeatTimestamp(System.currentTimeMillis() - 300_000);
    pages.experiments().submit(Planted.sweep("News", List.of(0.01), 1));
    Thread.sleep(1_500);
    assertThat(read).hasValue(1);
    UI.getCurrent().getInternals().setLastHeartbeatTimestamp(System.currentTimeMillis());
    until(() -> page.getText().equals("Reading 2"));
  }

  @Test
  void aPageThatIsLeftIsReadNoMore() throws Exception {
    UI.getCurrent().add(page);
    until(() -> page.getText().equals("Reading 1"));
    UI.getCurrent().remove(page);
    pages.experiments().submit(Planted.sweep("News", List.of(0.01), 1));
    Thread.sleep(1_500);
    assertThat(read).hasValue(1);
  }
}
