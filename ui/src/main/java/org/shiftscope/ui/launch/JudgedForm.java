package org.shiftscope.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.storage.Queueing;
import org.shiftscope.ui.form.FieldsForm;
import org.shiftscope.ui.frame.Backend;

/**
 * What a form asks for, judged as REST would.
 *
 * @param spec empty where it breaks a law
 * @param queueing how it is to wait; empty where that breaks one
 * @param problems of both, by field
 */
record JudgedForm(
    Optional<ExperimentSpec> spec, Optional<Queueing> queueing, List<Problem> problems) {

  /** Before the form is there. */
  static final JudgedForm NOTHING = new JudgedForm(Optional.empty(), Optional.empty(), List.of());

  JudgedForm {
    problems = List.copyOf(problems);
  }

  static JudgedForm of(FieldsForm form, Backend backend) {
    List<Problem> problems = new ArrayList<>();
    Optional<ExperimentSpec> spec = valid(problems, () -> spec(form, backend));
    Optional<Queueing> queueing = valid(problems, form.queueing()::read);
    return new JudgedForm(spec, queueing, problems);
  }

  private static ExperimentSpec spec(FieldsForm form, Backend backend) {
    ExperimentSpec read = ReadSpec.from(form.toJson(), backend.experiments()::spec);
    backend.host().checkMemory(read);
    return read;
  }

  private static <T> Optional<T> valid(List<Problem> problems, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (InvalidSpec invalid) {
      problems.addAll(invalid.problems());
      return Optional.empty();
    }
  }

  /** Whether it can be submitted. */
  boolean launchable() {
    return spec.isPresent() && queueing.isPresent();
  }

  /**
   * What keeps it from that.
   *
   * @param withoutField problems that no field shows
   */
  String sentence(List<Problem> withoutField) {
    String count =
        problems.size() == 1
            ? "One field has a problem; mend it to launch."
            : problems.size() + " fields have problems; mend them to launch.";
    return withoutField.isEmpty()
        ? count
        : count
            + " "
            + withoutField.stream().map(Problem::message).collect(Collectors.joining(" "));
  }
}
