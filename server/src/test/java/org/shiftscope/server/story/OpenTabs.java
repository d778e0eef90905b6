package org.shiftscope.server.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.server.story.Sweep.Settled;

/** People who each have a page open in a browser of their own, and look at it again and again. */
final class OpenTabs {

  private static final String AWAY =
      "() => document.documentElement.hasAttribute('data-away')"
          + " || !(document.querySelector('.server-line')?.hidden ?? true)";
  private static final String FAILED = "text=This page could not be shown";
  private static final String NOTHING_HERE = "text=There is nothing at this address";
  private static final List<String> PANELS = List.of("trials", "eq3", "scatter", "spec", "trends");

  private final URI server;
  private final RunSweeps sweeps;
  private final List<Tab> tabs = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private int looks;
  private int silences;
  private int opened;

  /** What somebody has open. */
  enum Kind {
    LIST,
    RESULT,
    TRIAL,
    SYSTEM,
    FORM
  }

  OpenTabs(Browser browser, URI server, RunSweeps sweeps, List<Kind> kinds) {
    this.server = server;
    this.sweeps = sweeps;
    kinds.forEach(kind -> tabs.add(new Tab(kind, browser.stranger(true))));
  }

  /** What was seen that was wrong. */
  List<String> complaints() {
    return complaints;
  }

  /** How often somebody looked. */
  int looks() {
    return looks;
  }

  /** How many pages were loaded. */
  int opened() {
    return opened;
  }

  /** How often a page said that the server does not answer. */
  int silences() {
    return silences;
  }

  /** Everybody looks once. */
  void look() {
    for (Tab tab : tabs) {
      looks++;
      try {
        tab.look();
      } catch (PlaywrightException | AssertionError failed) {
        complaints.add(tab.kind + " at " + tab.page.url() + ": " + failed.getMessage());
        tab.open = Optional.empty();
      }
    }
  }

  /** Everybody looks for the last time, and closes their page. */
  void close() {
    look();
    for (Tab tab : tabs) {
      if ((boolean) tab.page.evaluate(AWAY)) {
        complaints.add(
            tab.kind + " says at the end: " + tab.page.locator(".server-line").innerText());
      }
      tab.page.close();
    }
  }

  private final class Tab {

    final Kind kind;
    final Page page;
    Optional<Sweep> open = Optional.empty();
    private int looked;

    Tab(Kind kind, Page page) {
      this.kind = kind;
      this.page = page;
    }

    void look() {
      looked++;
      switch (kind) {
        case LIST -> list();
        case RESULT -> result("");
        case TRIAL -> result("?tab=trial&trial=" + looked % 8);
        case SYSTEM -> stays("/system", "#system-state");
        case FORM -> form();
      }
      if (page.locator(FAILED).count() + page.locator(NOTHING_HERE).count() > 0) {
        throw new AssertionError(page.locator("main").innerText());
      }
      if ((boolean) page.evaluate(AWAY)) {
        silences++;
      }
    }

    private void load(String address) {
      page.navigate(server + address);
      opened++;
    }

    /** Opened once: what comes then comes by itself. */
    private void stays(String address, String wanted) {
      if (page.url().equals("about:blank")) {
        load(address);
      }
      page.locator(wanted).first().waitFor();
    }

    private void list() {
      stays("/", ".page");
      sweeps
          .lastSettled()
          .ifPresent(
              sweep ->
                  page.locator("#experiment-" + sweep.id() + " " + badge(sweep.settled()))
                      .waitFor());
    }

    /** Once nothing happens to it any more, its page says so, and the next is opened. */
    private void result(String query) {
      Optional<Settled> settled = open.flatMap(Sweep::settled);
      if (settled.filter(now -> !now.purged()).isPresent()) {
        page.locator("#state " + badge(settled)).waitFor();
        open = Optional.empty();
      } else if (settled.isPresent()) {
        open = Optional.empty();
      }
      if (open.isEmpty()) {
        open = sweeps.newest();
        open.ifPresent(sweep -> load("/experiments/" + sweep.id() + query));
      } else if (query.isEmpty()) {
        page.locator("#tab-" + PANELS.get(looked % PANELS.size())).first().click();
      }
      open.ifPresent(sweep -> page.locator("#state [data-state]").waitFor());
    }

    private String badge(Optional<Settled> settled) {
      return "[data-state=" + settled.orElseThrow().state() + "]";
    }

    private void form() {
      stays("/new", "#launch");
      String title = "Typed " + looked + " times";
      page.locator("#field-title input").fill(title);
      page.locator("#estimate").waitFor();
      String kept = page.locator("#field-title input").inputValue();
      if (!kept.equals(title)) {
        throw new AssertionError("typed was " + title + ", and there stands " + kept);
      }
    }
  }
}
