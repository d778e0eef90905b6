package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.storage.accounts.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is told of experiments that ended, and how the record is, on whatever database. */
abstract class NoticesContract extends StorageStory {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Set<ExperimentState> ENDS =
      Set.of(ExperimentState.FINISHED, ExperimentState.FAILED);

  @Test
  void whatEndsIsDueToWhoWantsToKnowAlsoAfterARestartUntilItIsTaken() {
    String all = added("https://lab.example.org/hook", ENDS);
    added("mailto:ada@lab.example.org", Set.of(ExperimentState.CANCELLED));
    tests(2);
    Experiment experiment = experiments.submit(Samples.spec("told of", 2));
    start(ONE_SLOT, StorageStory::quick);
    heard.awaitEnd(experiment);

    reopen();

    Delivery due = storage.notices().takeDue(10, LEASE).getFirst();
    assertThat(due.recipient()).isEqualTo(all);
    JsonNode notice = JsonMapper.shared().readTree(due.body());
    assertThat(notice.get("type").asString()).isEqualTo("experiment.finished");
    assertThat(notice.at("/data/id").asString()).isEqualTo(experiment.id().value());
    assertThat(notice.at("/data/title").asString()).isEqualTo("told of");
    assertThat(notice.at("/data/finished").asInt()).isEqualTo(2);
    assertThat(notice.at("/data/message").asString()).startsWith("Finished: all 2 trials");
    assertThat(storage.notices().takeDue(10, LEASE)).isEmpty(); // it is this one's for a while

    storage.notices().tried(due, false, "HTTP 500", Optional.of(Instant.EPOCH));
    Delivery again = storage.notices().takeDue(10, LEASE).getFirst();
    assertThat(again.id()).isEqualTo(due.id());
    assertThat(again.body()).isEqualTo(due.body());
    assertThat(again.tries()).isEqualTo(1);
    storage.notices().tried(due, true, "too late", Optional.empty()); // another try's word
    storage.notices().tried(again, true, "HTTP 204", Optional.empty());
    assertThat(last(all))
        .satisfies(
            last -> {
              assertThat(last.tries()).isEqualTo(2);
              assertThat(last.delivered()).isTrue();
              assertThat(last.answer()).isEqualTo("HTTP 204");
              assertThat(last.next()).isEmpty();
            });
    assertThat(storage.notices().takeDue(10, LEASE)).isEmpty();
  }

  @Test
  void whoIsTurnedOffIsToldOfNothingAndWhoIsRemovedIsForgotten() {
    String one = added("https://lab.example.org/hook", ENDS);
    assertThat(storage.notices().change(one, ENDS, false)).isTrue();
    assertThat(storage.notices().takeDue(10, LEASE)).isEmpty();
    Experiment experiment = experiments.submit(Samples.spec("unheard", 1));
    start(ONE_SLOT, StorageStory::quick);
    heard.awaitEnd(experiment);
    storage.notices().change(one, ENDS, true);

    tests(1); // which waited; of the experiment nothing is told
    storage.notices().test(one);
    assertThat(storage.notices().remove(one)).isTrue();
    assertThat(storage.notices().takeDue(10, LEASE)).isEmpty();
    assertThat(storage.notices().recipients()).isEmpty();
    assertThat(storage.notices().test(one)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lab.example.org",
        "ftp://lab.example.org/",
        "https://ada:secret@lab.example.org/",
        "https:///hook",
        "https://lab.example.org/#a",
        "mailto:ada",
        "mailto:ada@lab.example.org\nBcc: all@lab.example.org",
        "mailto:ada@lab.example.org,bob@lab.example.org"
      })
  void anAddressThatIsNoneIsRefused(String address) {
    assertThatThrownBy(() -> storage.notices().add(address, ENDS))
        .isInstanceOf(InvalidSpec.class)
        .hasMessageContaining("address must be");
    assertThatThrownBy(
            () -> storage.notices().add("https://a.example", Set.of(ExperimentState.RUNNING)))
        .hasMessageContaining("toldOf must name one or more of finished, failed and cancelled");
    assertThat(storage.notices().recipients()).isEmpty();
  }

  @Test
  void recipientsAreAnAdministratorsAlone() {
    Asker researcher = new Asker("ada", Role.RESEARCHER, "session:x", "127.0.0.1");
    assertThatThrownBy(() -> researcher.ask(() -> storage.notices().recipients()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> researcher.ask(() -> storage.notices().add("https://a.example", ENDS)))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void theRecordTellsHowItIs() {
    serve(ONE_SLOT);
    Experiment waiting = experiments.submit(Samples.spec("at work", 3));
    assertThat(storage.vitals().lanes())
        .extracting(LaneSummary::device, LaneSummary::waiting)
        .containsExactly(tuple("cpu", 3));
    assertThat(storage.vitals().workers()).hasSize(1);
    assertThat(storage.vitals().oldestWaiting()).contains(waiting.submitted());
    assertThat(storage.queue().idle()).containsExactly("cpu");
    var begun = new CountDownLatch(1);
    var running =
        start(
            ONE_SLOT,
            (spec, trial, watch) -> {
              watch.progress("line", 0.25);
              begun.countDown();
              return StorageStory.untilCancelled(spec, trial, watch);
            });
    await(begun);

    assertThat(storage.queue().idle()).isEmpty();
    assertThat(storage.vitals().running())
        .singleElement()
        .satisfies(
            trial -> {
              assertThat(trial.experiment()).isEqualTo(waiting.id());
              assertThat(trial.title()).isEqualTo("at work");
              assertThat(trial.device()).isEqualTo("cpu");
              assertThat(trial.phase()).isEqualTo("line");
              assertThat(trial.fraction()).isEqualTo(0.25);
            });
    assertThat(storage.vitals().trials())
        .extracting(Vitals.Count::state, Vitals.Count::trials)
        .containsExactlyInAnyOrder(tuple(TrialState.QUEUED, 2L), tuple(TrialState.RUNNING, 1L));
    Vitals.Commits before = storage.vitals().commits();
    experiments.cancel(waiting.id());
    assertThat(storage.vitals().commits().count()).isGreaterThan(before.count());
    assertThat(storage.vitals().commits().nanos()).isGreaterThan(before.nanos());
    running.close();
    assertThat(storage.queue().idle()).containsExactly("cpu");
    Vitals.Engine engine = storage.vitals().engine();
    assertThat(engine.engine()).matches("(H2|PostgreSQL) \\d+\\S*");
    assertThat(Integer.parseInt(engine.schema())).isGreaterThanOrEqualTo(17);
    assertThat(engine.bytes()).isPositive();
    assertThat(storage.vitals().connections().waiting()).isZero();
  }

  private String added(String address, Set<ExperimentState> of) {
    Notices.Added added = storage.notices().add(address, of);
    assertThat(added.secret()).startsWith("whsec_");
    assertThat(added.toString()).doesNotContain(added.secret());
    return added.recipient().id();
  }

  /** Takes the tests that went to new recipients. */
  private void tests(int count) {
    List<Delivery> tests = storage.notices().takeDue(10, LEASE);
    assertThat(tests).hasSize(count).allMatch(test -> test.body().contains("\"type\":\"test\""));
    tests.forEach(test -> storage.notices().tried(test, true, "HTTP 200", Optional.empty()));
  }

  private Recipient.LastTry last(String recipient) {
    return storage.notices().find(recipient).orElseThrow().last().orElseThrow();
  }
}
