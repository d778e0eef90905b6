package org.shiftscope.ui.launch;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.data.DatasetUnavailable;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Invariance;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.ui.form.FieldsForm;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.wording.Notify;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a person asks for an experiment. {@code ?preset=} and {@code ?clone=} fill the form. */
@Route(value = Navigation.NEW, layout = MainLayout.class)
@PageTitle("New experiment · Shiftscope")
public final class NewExperimentView extends Div implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(NewExperimentView.class);

  private final transient Backend backend = Backend.get();
  private final KindTabs kinds = new KindTabs(NewExperimentView::open);
  private final Paragraph lead = new Paragraph();
  private final PresetCards presets = new PresetCards(NewExperimentView::open);
  private final TheoryPanel theory = new TheoryPanel(backend.theory());
  private final Div formPlace = new Div();
  private final EstimatePanel estimate = new EstimatePanel(backend);
  private final Button launch = new Button("Launch experiment", click -> launch());
  private final Paragraph hint = new Paragraph();
  private transient @Nullable FieldsForm form;
  private transient Optional<ExperimentSpec> spec = Optional.empty();

  /** Called by Vaadin. */
  public NewExperimentView() {
    addClassNames("page", "new-experiment");
    launch.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    launch.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    launch.setDisableOnClick(true);
    launch.setId("launch");
    hint.setId("launch-hint");
    hint.getElement().setAttribute("aria-live", "polite");
    var launchCard = new Section(launch, hint);
    launchCard.addClassNames("card", "launch-card");
    var aside = new Aside(estimate, launchCard);
    aside.addClassName("launch-side");
    var columns = new Div(formPlace, aside);
    columns.addClassName("launch-columns");
    lead.addClassName("lead");
    add(new H1("New experiment"), kinds, lead, presets, columns, theory);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    Optional<String> clone = query.getSingleParameter(Navigation.CLONE);
    if (clone.isPresent()) {
      ExperimentId.parse(clone.get())
          .flatMap(backend.experiments()::find)
          .ifPresentOrElse(
              this::fillFromClone,
              () ->
                  event.rerouteToError(
                      NotFoundException.class,
                      "There is no experiment " + clone.get() + " to clone."));
      return;
    }
    Optional<String> checked = query.getSingleParameter(Navigation.CHECK);
    if (checked.isPresent()) {
      fillFromCheck(checked.get(), query.getSingleParameter(Navigation.TRIAL).orElse("0"), event);
      return;
    }
    String id = query.getSingleParameter(Navigation.PRESET).orElse(Presets.all().getFirst().id());
    Presets.find(id)
        .ifPresentOrElse(
            preset -> fill(preset.spec(), preset.id()),
            () -> event.rerouteToError(NotFoundException.class, "There is no preset " + id + "."));
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    check();
  }

  private static void open(Preset preset) {
    Navigation.toPreset(preset.id());
  }

  /** A trial that cannot be checked is said so, with the same sentences as of what was typed. */
  private void fillFromCheck(String id, String trial, BeforeEnterEvent event) {
    int number = trial.matches("\\d{1,5}") ? Integer.parseInt(trial) : 0;
    try {
      fill(Invariance.ofTrial(id, number, backend.experiments()::spec), "");
    } catch (InvalidSpec refused) {
      event.rerouteToError(
          NotFoundException.class, "This trial cannot be checked. " + refused.getMessage());
    }
  }

  private void fillFromClone(Experiment experiment) {
    switch (experiment.document()) {
      case Document.Readable<ExperimentSpec>(ExperimentSpec asked) -> fill(asked, "");
      case Document.Unreadable<ExperimentSpec> unreadable -> {
        fill(Presets.all().getFirst().spec(), Presets.all().getFirst().id());
        Notify.problem("“" + experiment.title() + "” cannot be cloned. " + unreadable.sentence());
      }
    }
  }

  private void fill(ExperimentSpec start, String presetId) {
    var filled = new FieldsForm(start.kind(), KindPage.of(start).sections());
    filled.fill(start);
    form = filled;
    formPlace.removeAll();
    formPlace.add(filled.component());
    kinds.stand(start.kind());
    lead.setText(
        KindPage.of(start).words().explanation()
            + " Start from a preset and change what you like.");
    presets.offer(
        Presets.all().stream()
            .filter(preset -> preset.spec().kind().equals(start.kind()))
            .toList());
    presets.mark(presetId);
    filled.onChange(this::check);
    check();
  }

  /** Reads the form and judges it as REST would, and shows what it means. */
  private void check() {
    FieldsForm now = form;
    if (now == null || !isAttached()) {
      return;
    }
    try {
      ExperimentSpec read = ReadSpec.from(now.toJson(), backend.experiments()::spec);
      backend.host().checkMemory(read);
      spec = Optional.of(read);
      now.show(List.of());
      hint.setText("It starts as soon as a slot is free. Ctrl + Enter launches too.");
    } catch (InvalidSpec invalid) {
      spec = Optional.empty();
      hint.setText(say(invalid.problems(), now.show(invalid.problems())));
    }
    hint.setClassName("problem", spec.isEmpty());
    launch.setEnabled(spec.isPresent());
    now.showConsequences(spec);
    estimate.measure(spec);
    // What theory says stays on the page while a field is being mended.
    spec.ifPresent(theory::show);
  }

  private static String say(List<Problem> problems, List<Problem> withoutField) {
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

  private void launch() {
    check();
    spec.ifPresent(this::submit);
  }

  private void submit(ExperimentSpec valid) {
    try {
      // As REST does: an experiment whose files are missing would only fail later.
      backend.host().check(valid);
      Experiment experiment =
          backend.experiments().submit(valid, backend.estimates().known(valid).map(Estimate::work));
      Navigation.toExperiment(experiment.id());
    } catch (DatasetUnavailable | InvalidSpec e) {
      Notify.problem("The experiment was not launched: " + e.getMessage());
      launch.setEnabled(true);
    } catch (RuntimeException e) {
      LOG.error("An experiment could not be submitted", e);
      launch.setEnabled(true);
      Notify.problem(
          "The experiment was not launched: "
              + e.getMessage()
              + " Your input is still here; try again once that is mended.");
    }
  }
}
