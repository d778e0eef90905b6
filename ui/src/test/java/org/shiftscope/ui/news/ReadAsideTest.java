package org.shiftscope.ui.news;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.ui.Browserless;

/** What a page shows is read beside it. */
class ReadAsideTest {

  @TempDir private Path folder;
  private Browserless pages;
  private final AtomicReference<String> shown = new AtomicReference<>("");

  @BeforeEach
  void open() {
    pages = new Browserless(folder);
  }

  @AfterEach
  void close() {
    pages.close();
  }

  @Test
  void whatIsThereSoonIsShownAtOnce() {
    ReadAside.within(UI.getCurrent(), () -> "found", shown::set);
    assertThat(shown).hasValue("found");
  }

  @Test
  void whatTakesLongerHoldsNobodyUpAndIsPushed() {
    var ready = new CountDownLatch(1);
    ReadAside.within(UI.getCurrent(), () -> after(ready), shown::set);
    assertThat(shown).hasValue("");
    ready.countDown();
    Browserless.until(() -> "found".equals(shown.get()));
  }

  @Test
  void aPageThatCannotBeReadSaysSo() {
    var ready = new CountDownLatch(1);
    ReadAside.within(UI.getCurrent(), () -> failAfter(ready), shown::set);
    ready.countDown();
    Browserless.until(() -> !_find(Notification.class).isEmpty());
    assertThat(_get(Notification.class).getElement().getTextRecursively())
        .contains("This page could not be read", "Reload it");
    assertThat(shown).hasValue("");
  }

  private static String failAfter(CountDownLatch ready) {
    throw new IllegalStateException(after(ready));
  }

  private static String after(CountDownLatch ready) {
    try {
      assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return "found";
  }
}
