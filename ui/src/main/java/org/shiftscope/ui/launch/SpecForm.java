package org.shiftscope.ui.launch;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;
import tools.jackson.databind.node.ObjectNode;

/** How one kind of experiment is asked for. */
interface SpecForm {

  /** The form for a spec's kind, filled from it. */
  static SpecForm filledFrom(ExperimentSpec spec) {
    KindFields fields =
        switch (spec) {
          case TemperatureSweep _ -> new SweepFields();
          case Landscape _ -> new LandscapeFields();
          case AssumptionCheck _ -> new AssumptionFields();
          case DiffusionAccuracy _ -> new DiffusionFields();
          case OverparametrizedShift _ -> new OverparametrizedFields();
          case SteadyState _ -> new SteadyStateFields();
        };
    SpecForm form = new FieldsForm(fields);
    form.fill(spec);
    return form;
  }

  /** What a person sees. */
  Component component();

  /** Shows a spec of this form's kind. */
  void fill(ExperimentSpec spec);

  /** What the fields say, exactly as REST takes it; not necessarily a valid spec. */
  ObjectNode toJson();

  /**
   * Shows problems at their fields; fields without one are cleared.
   *
   * @return the problems that no field owns
   */
  List<Problem> show(List<Problem> problems);

  /** Shows what follows from the fields: the whole spec where it is valid. */
  void showConsequences(Optional<ExperimentSpec> spec);

  /** Calls after every change by a person or by {@link #fill}. */
  void onChange(Runnable listener);
}
