package org.shiftscope.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Queueing;

/**
 * Ask how an experiment is to wait, and how long each of its trials may take: no part of a spec.
 */
public final class QueueingFields {

  private final Field priority =
      NewField.number(
          "priority", "Priority", "", "−10 to 10. Experiments of a higher one go first.", "0");

  private final Field hours =
      NewField.number(
          "trialHours",
          "Hours for each trial",
          "h",
          "Over all its attempts. A trial that takes longer fails; with a higher limit, Retry goes"
              + " on from its checkpoint.",
          "");

  private final FieldSection section = new FieldSection("Queue", List.of(priority, hours));
  private final TrialLimits limits;

  /** {@code limits}: the server's own. */
  public QueueingFields(TrialLimits limits) {
    this.limits = limits;
    String usual =
        limits.time().map(Duration::toHours).map(most -> most + ", the server's").orElse("any");
    ((TextField) hours.component()).setPlaceholder(usual);
  }

  /** Shows a way of waiting. */
  public void fill(Queueing now) {
    priority.type(Integer.toString(now.priority()));
    hours.type(
        now.trialLimit()
            .map(Queueing::hours)
            .map(given -> Double.toString(given).replaceFirst("\\.0$", ""))
            .orElse(""));
  }

  /** What a person sees, under a heading. */
  Component component() {
    return section.component();
  }

  /** The same in a dialog, which has a heading. */
  public List<Component> components() {
    return fields().stream().map(Field::component).toList();
  }

  List<Field> fields() {
    return List.of(priority, hours);
  }

  /**
   * What they say.
   *
   * @throws InvalidSpec with every problem by field
   */
  public Queueing read() {
    Queueing read = Queueing.read(given(priority), given(hours));
    read.trialLimit().map(Queueing::hours).ifPresent(limits::checkHours);
    return read;
  }

  private static Optional<String> given(Field field) {
    return Optional.of(field.text()).filter(text -> !text.isBlank());
  }

  /**
   * Shows problems at their fields; fields without one are cleared.
   *
   * @return those of other fields
   */
  public List<Problem> show(List<Problem> problems) {
    List<Problem> others = new ArrayList<>(problems);
    for (Field field : fields()) {
      field.show(problems.stream().filter(field::owns).toList());
      others.removeIf(field::owns);
    }
    return others;
  }
}
