package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.spec.InvalidSpec;

/** What people put on experiments: titles, tags, favourites, the archive, notes with history. */
abstract class LabelsContract extends StorageStory {

  private Experiment submitted(String title) {
    return experiments.submit(Samples.spec(title, 1));
  }

  private Labels labels(Experiment experiment) {
    return experiments.summary(experiment.id()).orElseThrow().labels();
  }

  private List<String> found(String text, boolean archived) {
    Search query = (archived ? Search.ARCHIVE : Search.ALL).and(Search.words(text));
    return experiments.list(query, Optional.empty(), 10).stream()
        .map(ExperimentSummary::title)
        .toList();
  }

  @Test
  void aNewExperimentHasNothingOnIt() {
    assertThat(labels(submitted("new"))).isEqualTo(Labels.NONE);
  }

  @Test
  void aRenamedExperimentIsFoundByItsNewNameAloneAndItsSpecStaysAsSubmitted() {
    Experiment experiment = submitted("Old name");
    String spec = experiments.storedSpec(experiment.id()).orElseThrow();

    assertThat(experiments.edit(experiment.id(), ExperimentEdit.title("  New name "))).isTrue();

    assertThat(now(experiment).title()).isEqualTo("New name");
    assertThat(found("new", false)).containsExactly("New name");
    assertThat(found("old", false)).isEmpty();
    assertThat(experiments.storedSpec(experiment.id())).contains(spec);
    reopen();
    assertThat(now(experiment).title()).describedAs("no damage is seen").isEqualTo("New name");
  }

  @Test
  void tagsHaveOneForm() {
    Experiment experiment = submitted("tagged");
    experiments.edit(
        experiment.id(),
        ExperimentEdit.tags(List.of(" Paper ", "paper", "Figure  2", "cafe\u0301", "v1.0/x_y-z")));
    assertThat(labels(experiment).tags())
        .containsExactly("café", "figure-2", "paper", "v1.0/x_y-z");
  }

  @Test
  void wrongTagsAndTitlesAreRefusedAllAtOnceAndNothingChanges() {
    Experiment experiment = submitted("kept");
    List<String> many = IntStream.range(0, 21).mapToObj(i -> "t" + i).toList();
    assertThatThrownBy(
            () ->
                new ExperimentEdit(
                    Optional.of(" "),
                    Optional.of(List.of("ok", "a:b", "")),
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(InvalidSpec.class)
        .hasMessageContaining("title must have 1 to 200 characters")
        .hasMessageContaining(
            "tags[1] must have 1 to 40 letters, digits, or any of - _ . /; it is a:b.")
        .hasMessageContaining("tags[2]");
    assertThatThrownBy(() -> ExperimentEdit.tags(many))
        .hasMessage("tags must be at most 20 tags; it is 21 of them.");
    assertThat(labels(experiment)).isEqualTo(Labels.NONE);
  }

  @Test
  void allTagsAreCountedTheMostUsedFirst() {
    Experiment one = submitted("one");
    Experiment two = submitted("two");
    experiments.edit(one.id(), ExperimentEdit.tags(List.of("b", "a")));
    experiments.edit(two.id(), ExperimentEdit.tags(List.of("b")));
    assertThat(experiments.tags()).containsExactly(entry("b", 2), entry("a", 1));
    experiments.cancel(two.id());
    experiments.delete(two.id());
    assertThat(experiments.tags()).containsExactly(entry("a", 1), entry("b", 1));
  }

  @Test
  void whatIsArchivedIsOutOfTheListAndNotDeleted() {
    Experiment experiment = submitted("shelved");
    experiments.edit(experiment.id(), ExperimentEdit.archived(true));
    assertThat(found("", false)).isEmpty();
    assertThat(found("", true)).containsExactly("shelved");
    assertThat(labels(experiment).archived()).isPresent();
    experiments.edit(experiment.id(), ExperimentEdit.archived(false));
    assertThat(found("", false)).containsExactly("shelved");
    assertThat(labels(experiment)).isEqualTo(Labels.NONE);
  }

  @Test
  void eachEditIsToldOnceAndAnEditThatChangesNothingIsNot() {
    Experiment experiment = submitted("told");
    var edit =
        new ExperimentEdit(
            Optional.of("Told"), Optional.of(List.of("x")), Optional.of(true), Optional.of(true));
    assertThat(experiments.edit(experiment.id(), edit)).isTrue();
    assertThat(experiments.edit(experiment.id(), edit)).isTrue();
    assertThat(edits(experiment))
        .containsExactly("Renamed to “Told”. Tagged x. A favourite now. Archived.");
    assertThat(labels(experiment).favourite()).isTrue();
  }

  private List<String> edits(Experiment experiment) {
    return experiments.events(experiment.id(), 0).stream()
        .filter(event -> event.type() == Event.Type.EXPERIMENT_EDITED)
        .map(Event::message)
        .toList();
  }

  @Test
  void everyVersionOfANoteStays() {
    ExperimentId id = submitted("noted").id();
    assertThat(experiments.note(id)).isEqualTo(Note.NONE);
    experiments.writeNote(id, 0, "first\r\nline");
    experiments.writeNote(id, 1, "second");
    experiments.writeNote(id, 2, "second");
    experiments.writeNote(id, 2, "");
    assertThat(experiments.note(id).version()).isEqualTo(3);
    assertThat(experiments.note(id).text()).isEmpty();
    assertThat(experiments.note(id, 1).orElseThrow().text()).isEqualTo("first\nline");
    assertThat(experiments.noteVersions(id))
        .extracting(Note.Version::version, Note.Version::characters)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, 0),
            org.assertj.core.groups.Tuple.tuple(2, 6),
            org.assertj.core.groups.Tuple.tuple(1, 10));
    assertThat(experiments.summary(id).orElseThrow().labels().noteVersion()).isEqualTo(3);
  }

  @Test
  void ofTwoThatWriteFromOneVersionTheSecondIsToldAndNothingIsLost() {
    ExperimentId id = submitted("shared").id();
    experiments.writeNote(id, 0, "begun");
    assertThat(experiments.writeNote(id, 1, "hers")).isPresent();
    assertThat(experiments.writeNote(id, 1, "his")).isEmpty();
    assertThat(experiments.note(id).text()).isEqualTo("hers");
    assertThat(experiments.writeNote(id, 2, "hers and his")).isPresent();
  }

  @Test
  void aNoteThatIsTooLongOrHidesTextIsRefused() {
    ExperimentId id = submitted("long").id();
    assertThatThrownBy(() -> experiments.writeNote(id, 0, "x".repeat(50_001)))
        .hasMessage("text must have at most 50000 characters; it is 50001 of them.");
    assertThatThrownBy(() -> experiments.writeNote(id, 0, "a\u202eb"))
        .hasMessageContaining("remove U+202E at character 2");
    assertThat(experiments.noteVersions(id)).isEmpty();
  }

  @Test
  void whatIsDeletedStaysAsItIsAndIsPurgedWithAllThatWasPutOnIt() {
    Experiment experiment = submitted("gone");
    experiments.edit(experiment.id(), ExperimentEdit.tags(List.of("x")));
    experiments.writeNote(experiment.id(), 0, "text");
    experiments.cancel(experiment.id());
    experiments.delete(experiment.id());
    assertThat(experiments.edit(experiment.id(), ExperimentEdit.title("Other"))).isFalse();
    assertThat(experiments.writeNote(experiment.id(), 1, "more")).isEmpty();
    assertThat(experiments.purge(experiment.id())).isTrue();
    assertThat(experiments.noteVersions(experiment.id())).isEmpty();
    assertThat(experiments.tags()).isEmpty();
  }
}
