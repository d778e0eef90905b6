package org.shiftscope.ui.launch;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.data.DatasetUnavailable;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Invariance;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Queueing;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.form.FieldsForm;
import org.shiftscope.ui.form.QueueingFields;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.wording.Notify;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a person asks for an experiment. {@code ?preset=}, {@code ?clone=} and {@code ?check=} fill
 * the form; what is typed over that stands in the address, too, by the names of the fields.
 */
@Route(value = Navigation.NEW, layout = MainLayout.class)
@PageTitle("New experiment · Shiftscope")
public final class NewExperimentView extends Div implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(NewExperimentView.class);

  private final transient Backend backend = Backend.get();
  private final KindTabs kinds = new KindTabs(this::openKind);
  private final Paragraph lead = new Paragraph();
  private final Paragraph origin = new Paragraph();
  private final PresetCards presets = new PresetCards(this::openPreset);
  private final Details folded = new Details("Presets", presets);
  private final TheoryPanel theory = new TheoryPanel(backend.theory());
  private final Draft draft = new Draft();
  private final Div formPlace = new Div();
  private final EstimatePanel estimate = new EstimatePanel(backend);
  private final boolean mayLaunch = Asker.may(Role.RESEARCHER);
  private final Button launch = new Button("Launch experiment", click -> launch());
  private transient QueryParameters setup = QueryParameters.empty();
  private final Button again =
      new Button(
          "Start again",
          click -> leaveFor(Draft.start(setup), "The form says again what it said at first."));
  private final Paragraph hint = new Paragraph();
  private transient @Nullable FieldsForm form;
  private transient JudgedForm judged = JudgedForm.NOTHING;

  /** Called by Vaadin. */
  public NewExperimentView() {
    addClassNames("page", "new-experiment");
    launch.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    launch.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    launch.setDisableOnClick(true);
    launch.setId("launch");
    hint.setId("launch-hint");
    hint.getElement().setAttribute("aria-live", "polite");
    again.setId("start-again");
    again.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var launchCard = new Section(launch, hint, again);
    launchCard.addClassNames("card", "launch-card");
    var aside = new Aside(estimate, launchCard);
    aside.addClassName("launch-side");
    var columns = new Div(formPlace, theory, aside);
    columns.addClassName("launch-columns");
    lead.addClassName("lead");
    origin.setId("origin");
    folded.setId("presets");
    add(new H1("New experiment"), kinds, lead, origin, folded, columns, draft);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    open(query).ifPresent(sentence -> event.rerouteToError(NotFoundException.class, sentence));
    if (query.getParameters().isEmpty()) {
      draft.find("", begun -> begun.ifPresent(this::open));
    }
  }

  /**
   * Fills the form as a set-up says.
   *
   * @return why that cannot be
   */
  private Optional<String> open(QueryParameters wanted) {
    setup = wanted;
    Optional<String> clone = wanted.getSingleParameter(Navigation.CLONE);
    Optional<String> checked = wanted.getSingleParameter(Navigation.CHECK);
    if (clone.isPresent()) {
      return fillFromClone(clone.get());
    } else if (checked.isPresent()) {
      return fillFromCheck(checked.get(), wanted.getSingleParameter(Navigation.TRIAL).orElse("0"));
    }
    String id = wanted.getSingleParameter(Navigation.PRESET).orElse(Presets.all().getFirst().id());
    Optional<Preset> preset = Presets.find(id);
    preset.ifPresent(
        found -> {
          setup = Draft.setup(setupOf(found), Draft.typed(wanted));
          fill(found.spec(), found.id());
        });
    return preset.isPresent() ? Optional.empty() : Optional.of("There is no preset " + id + ".");
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    check();
  }

  /** Opens what was begun of a kind, or else its first preset. */
  private void openKind(Preset first) {
    draft.find(
        first.spec().kind(), begun -> Navigation.toSetup(begun.orElseGet(() -> setupOf(first))));
  }

  private void openPreset(Preset preset) {
    leaveFor(
        setupOf(preset), "“" + preset.title() + "” has taken the place of what you had typed.");
  }

  /** Goes to another set-up of the same kind; what was typed comes back by the undo. */
  private void leaveFor(QueryParameters other, String sentence) {
    QueryParameters before = setup;
    Optional.ofNullable(form).map(FieldsForm::kind).ifPresent(draft::forget);
    Navigation.toSetup(other);
    if (!Draft.typed(before).isEmpty()) {
      Notify.undoable(sentence, () -> Navigation.toSetup(before));
    }
  }

  private static QueryParameters setupOf(Preset preset) {
    return QueryParameters.of(Navigation.PRESET, preset.id());
  }

  /** A trial that cannot be checked is said so, with the same sentences as of what was typed. */
  private Optional<String> fillFromCheck(String id, String trial) {
    int number = trial.matches("\\d{1,5}") ? Integer.parseInt(trial) : 0;
    try {
      fill(Invariance.ofTrial(id, number, backend.experiments()::spec), "");
      return Optional.empty();
    } catch (InvalidSpec refused) {
      return Optional.of("This trial cannot be checked. " + refused.getMessage());
    }
  }

  private Optional<String> fillFromClone(String id) {
    Optional<Experiment> found = ExperimentId.parse(id).flatMap(backend.experiments()::find);
    found.ifPresent(this::fillFromClone);
    return found.isPresent()
        ? Optional.empty()
        : Optional.of("There is no experiment " + id + " to clone.");
  }

  private void fillFromClone(Experiment experiment) {
    switch (experiment.document()) {
      case Document.Readable<ExperimentSpec>(ExperimentSpec asked) -> {
        fill(asked, "");
        origin.add(
            new Text("A clone of "),
            Navigation.linkToExperiment("“" + experiment.title() + "”", experiment.id()),
            new Text("; give it a title of its own to tell them apart."));
        origin.setVisible(true);
      }
      case Document.Unreadable<ExperimentSpec> unreadable -> {
        fill(Presets.all().getFirst().spec(), Presets.all().getFirst().id());
        Notify.problem("“" + experiment.title() + "” cannot be cloned. " + unreadable.sentence());
      }
    }
  }

  private void fill(ExperimentSpec start, String presetId) {
    var filled =
        new FieldsForm(
            start.kind(),
            KindPage.of(start).sections(),
            new QueueingFields(backend.host().limits()));
    filled.fill(start);
    form = filled;
    formPlace.removeAll();
    formPlace.add(filled.component());
    kinds.stand(start.kind());
    origin.removeAll();
    origin.setVisible(false);
    lead.setText(
        KindPage.of(start).words().explanation()
            + " Start from a preset and change what you like.");
    presets.offer(
        Presets.all().stream()
            .filter(preset -> preset.spec().kind().equals(start.kind()))
            .toList());
    presets.mark(presetId);
    // Those who have chosen come to their form at once.
    folded.setOpened(setup.getParameters().size() == 1 && isFirst(start.kind(), presetId));
    Map<String, String> typed = Draft.typed(setup);
    filled.type(typed);
    filled.onChange(() -> keep(filled));
    filled.onChange(this::check);
    if (!typed.isEmpty()) {
      keep(filled);
    }
    check();
  }

  /** The preset that nobody has chosen: it is there first. */
  private static boolean isFirst(String kind, String presetId) {
    return Presets.all().stream()
        .filter(preset -> preset.spec().kind().equals(kind))
        .findFirst()
        .filter(preset -> preset.id().equals(presetId))
        .isPresent();
  }

  private void keep(FieldsForm changed) {
    setup = Draft.setup(Draft.start(setup), changed.typed());
    draft.keep(changed.kind(), setup, changed.texts());
  }

  /** Reads the form and judges it as REST would, and shows what it means. */
  private void check() {
    FieldsForm now = form;
    if (now == null || !isAttached()) {
      return;
    }
    judged = JudgedForm.of(now, backend);
    List<Problem> withoutField = now.show(judged.problems());
    hint.setText(
        judged.launchable()
            ? mayLaunch
                ? "It starts as soon as a slot is free. Ctrl + Enter launches too."
                : "You are a viewer here, and launching needs a researcher: ask an administrator."
            : judged.sentence(withoutField));
    hint.setClassName("problem", !judged.launchable());
    launch.setEnabled(judged.launchable() && mayLaunch);
    again.setVisible(!Draft.typed(setup).isEmpty());
    now.showConsequences(judged.spec());
    estimate.measure(judged.spec());
    // What theory says stays on the page while a field is being mended.
    judged.spec().ifPresent(theory::show);
  }

  private void launch() {
    check();
    judged.spec().ifPresent(spec -> judged.queueing().ifPresent(place -> submit(spec, place)));
  }

  private void submit(ExperimentSpec valid, Queueing queueing) {
    try {
      // As REST does: an experiment whose files are missing would only fail later.
      backend.host().check(valid);
      Experiment experiment =
          backend
              .experiments()
              .submit(valid, backend.estimates().known(valid).map(Estimate::work), queueing);
      draft.forget(valid.kind());
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
