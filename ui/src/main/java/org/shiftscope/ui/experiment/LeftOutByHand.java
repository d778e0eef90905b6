package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.ui.wording.Notify;
import org.shiftscope.ui.wording.Words;

/**
 * Which trials a person left out of all figures, trends and findings of the page, above these, and
 * the ways back; not seen where there are none. Also asks about trials that were selected in a
 * figure.
 */
final class LeftOutByHand extends Div {

  private static final long serialVersionUID = 1L;
  private static final int NAMED = 12;

  private final transient Consumer<SortedSet<Integer>> choose;
  private final Div asking = new Div();
  private final Div told = new Div();
  private transient SortedSet<Integer> without = new TreeSet<>();

  /** {@code choose}: called with all trials that are to be left out. */
  LeftOutByHand(Consumer<SortedSet<Integer>> choose) {
    this.choose = choose;
    setId("left-out-by-hand");
    addClassName("left-out-by-hand");
    getElement().setAttribute("aria-live", "polite");
    asking.setVisible(false);
    told.setVisible(false);
    add(asking, told);
    setVisible(false);
  }

  void show(Include include, int trials) {
    without = include.without();
    told.removeAll();
    told.setVisible(!without.isEmpty());
    if (!without.isEmpty()) {
      told.add(
          new Span(
              without.size()
                  + " of "
                  + Words.count(trials, "trial")
                  + " left out by hand, of every figure, trend and finding on this page:"));
      without.stream().limit(NAMED).forEach(trial -> told.add(back(trial)));
      if (without.size() > NAMED) {
        told.add(new Span("…"));
      }
      told.add(button("Take all back", "take-all-back", () -> choose.accept(new TreeSet<>())));
    }
    setVisible(told.isVisible() || asking.isVisible());
  }

  /** Asks whether these, selected in a figure, are to be left out. */
  void ask(Collection<Integer> selected) {
    SortedSet<Integer> fresh = new TreeSet<>(selected);
    fresh.removeAll(without);
    asking.removeAll();
    asking.setVisible(!fresh.isEmpty());
    if (!fresh.isEmpty()) {
      Button leave = button("Leave out", "leave-selected-out", () -> leaveOut(fresh));
      leave.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      asking.add(
          new Span("Selected: " + (fresh.size() == 1 ? "trial " : "trials ") + named(fresh) + "."),
          leave,
          button("Do not", "forget-selected", this::forget));
      leave.focus();
    }
    setVisible(told.isVisible() || asking.isVisible());
  }

  /** Leaves these out too. */
  void leaveOut(Collection<Integer> trials) {
    SortedSet<Integer> before = without;
    SortedSet<Integer> all = new TreeSet<>(before);
    all.addAll(trials);
    forget();
    choose.accept(all);
    Notify.undoable(
        Words.count(trials.size(), "trial") + " left out.", () -> choose.accept(before));
  }

  /** Counts a trial again. */
  void takeBack(int trial) {
    SortedSet<Integer> rest = new TreeSet<>(without);
    rest.remove(trial);
    choose.accept(rest);
  }

  private void forget() {
    asking.setVisible(false);
    setVisible(told.isVisible());
  }

  private Button back(int trial) {
    Button back = button(trial + " ×", "take-back-" + trial, () -> takeBack(trial));
    back.setAriaLabel("Take trial " + trial + " back");
    return back;
  }

  private static Button button(String text, String id, Runnable action) {
    var button = new Button(text, click -> action.run());
    button.setId(id);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private static String named(SortedSet<Integer> trials) {
    return trials.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "))
        + (trials.size() > NAMED ? ", …" : "");
  }
}
