package org.shiftscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.router.Route;
import org.junit.jupiter.api.Test;

/** The server serves the pages that it is told of, and no others. */
class PagesTest {

  @Test
  void everyPageIsServed() {
    assertThat(Pages.views().stream().filter(view -> view.isAnnotationPresent(Route.class)))
        .containsExactlyInAnyOrderElementsOf(
            new Routes().autoDiscoverViews("org.shiftscope.ui").getRoutes());
  }
}
