package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Queueing;

/** Asks for an experiment's priority, and how long each of its trials may take. */
final class QueueDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final IntegerField priority = new IntegerField("Priority");
  private final NumberField hours = new NumberField("Hours for each trial");
  private final transient ExperimentSummary experiment;
  private final transient TrialLimits limits;
  private final transient BiConsumer<ExperimentSummary, Queueing> save;

  /**
   * A dialog, not open yet.
   *
   * @param save called with what is to be otherwise, once it breaks no law
   * @param toFront called where it is to be the next
   */
  QueueDialog(
      ExperimentSummary experiment,
      TrialLimits limits,
      BiConsumer<ExperimentSummary, Queueing> save,
      Consumer<ExperimentSummary> toFront) {
    this.experiment = experiment;
    this.limits = limits;
    this.save = save;
    Queueing now = experiment.labels().queueing();
    setHeaderTitle("Place in the queue");
    addClassName("labels-dialog");
    priority.setId("edit-priority");
    priority.setMin(-Queueing.HIGHEST);
    priority.setMax(Queueing.HIGHEST);
    priority.setStepButtonsVisible(true);
    priority.setValue(now.priority());
    priority.setHelperText("-10 to 10. Experiments of a higher one go first.");
    hours.setId("edit-hours");
    hours.setPlaceholder(usual(limits));
    hours.setHelperText(
        "Over all its attempts. A trial that takes longer fails; with a higher limit, Retry goes on"
            + " from its checkpoint.");
    now.trialLimit().map(Queueing::hours).ifPresent(hours::setValue);
    var fields = new Div(priority, hours);
    fields.addClassName("labels-fields");
    add(fields);
    var front =
        new Button(
            "Move to the front",
            click -> {
              close();
              toFront.accept(experiment);
            });
    front.setId("to-front");
    front.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    front.setVisible(!experiment.state().ended());
    var done = new Button("Save", click -> save());
    done.setId("save-queueing");
    done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(front, new Button("Cancel", click -> close()), done);
  }

  private static String usual(TrialLimits limits) {
    return limits.time().map(Duration::toHours).map(most -> most + ", the server's").orElse("any");
  }

  private void save() {
    priority.setInvalid(false);
    hours.setInvalid(false);
    try {
      Optional<Double> wanted = Optional.ofNullable(hours.getValue());
      wanted.ifPresent(limits::checkHours);
      var queueing =
          new Queueing(
              Optional.ofNullable(priority.getValue()).orElse(0), wanted.map(Queueing::ofHours));
      close();
      save.accept(experiment, queueing);
    } catch (InvalidSpec refused) {
      refused.problems().forEach(this::show);
    }
  }

  private void show(Problem problem) {
    if (problem.field().equals("priority")) {
      priority.setErrorMessage(problem.message());
      priority.setInvalid(true);
    } else {
      hours.setErrorMessage(problem.message());
      hours.setInvalid(true);
    }
  }
}
