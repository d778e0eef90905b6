package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Queueing;
import org.shiftscope.ui.form.QueueingFields;

/** Asks for an experiment's priority, and how long each of its trials may take. */
final class QueueDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient QueueingFields fields;
  private final transient ExperimentSummary experiment;
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
    this.save = save;
    setHeaderTitle("Place in the queue");
    addClassName("labels-dialog");
    fields = new QueueingFields(limits);
    fields.fill(experiment.labels().queueing());
    var place = new Div();
    place.add(fields.components());
    place.addClassName("labels-fields");
    add(place);
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

  private void save() {
    try {
      Queueing queueing = fields.read();
      close();
      save.accept(experiment, queueing);
    } catch (InvalidSpec refused) {
      fields.show(refused.problems());
    }
  }
}
