package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to frozen views: whom they open for, and until when. */
abstract class SharesContract {

  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  @TempDir Path folder;
  private volatile Instant time = NOON;
  private Storage storage;

  abstract TriedDatabase database();

  @BeforeEach
  void open() {
    storage = Storage.open(database().in(folder), new ToldClock(() -> time));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private Shares shares() {
    return storage.shares();
  }

  Shares.Kept keep(boolean kept, Optional<Instant> expires, String... experiments) {
    return shares()
        .keep(
            new NewShare(
                new NewShare.Of("experiment", List.of(experiments), Optional.empty()),
                "A sweep",
                kept,
                Optional.empty(),
                expires,
                new NewShare.Content(
                    "shared-view", 1, bytes("view"), bytes("data"), "00".repeat(32), 8)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Experiment ended() {
    Experiment experiment = storage.experiments().submit(Samples.spec("short", 1));
    storage.experiments().cancel(experiment.id());
    return experiment;
  }

  @Test
  void aLinkOpensWhatWasKeptAlsoAfterARestart() {
    Shares.Kept kept = keep(false, Optional.empty(), "aaaaaaaaaaaa", "bbbbbbbbbbbb");
    close();
    open();

    OpenedShare opened = shares().open(kept.token()).orElseThrow();
    assertThat(opened.id()).isEqualTo(kept.share().id());
    assertThat(opened.format()).isEqualTo("shared-view");
    assertThat(shares().view(opened.id())).hasValue(bytes("view"));
    assertThat(shares().data(opened.id()).orElseThrow()).hasBinaryContent(bytes("data"));
    assertThat(shares().list(10)).containsExactly(kept.share());
    assertThat(kept.share().of().experiments()).containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb");
  }

  @Test
  void contentOfManyMegabytesComesBackByteForByteAndPartByPart() throws IOException {
    byte[] large = new byte[3_000_000];
    new Random(1).nextBytes(large);
    Shares.Kept kept =
        shares()
            .keep(
                new NewShare(
                    new NewShare.Of("trial", List.of("aaaaaaaaaaaa"), Optional.of(3)),
                    "Trial 3",
                    true,
                    Optional.of("Ada"),
                    Optional.empty(),
                    new NewShare.Content("shared-view", 1, bytes("v"), large, "ab", 1)));
    assertThat(shares().data(kept.share().id()).orElseThrow()).hasBinaryContent(large);
    InputStream begun = shares().data(kept.share().id()).orElseThrow();
    assertThat(begun.readNBytes(600_000)).isEqualTo(Arrays.copyOf(large, 600_000));
    shares().purge(kept.share().id());
    assertThatThrownBy(begun::readAllBytes)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was purged meanwhile");
    assertThat(shares().data(kept.share().id())).isEmpty();
    assertThat(kept.share().creator()).hasValue("Ada");
    assertThat(kept.share().of().trial()).hasValue(3);
  }

  @Test
  void noTwoTokensAreAlike() {
    Random source = new Random(7);
    assertThat(java.util.stream.Stream.generate(() -> ShareToken.random(source)).limit(2_000))
        .doesNotHaveDuplicates();
    assertThat(ShareToken.parse("../../etc/passwd")).isEmpty();
    assertThat(ShareToken.parse("a".repeat(25))).isEmpty();
  }

  @Test
  void aLinkEndsAtItsTimeAndOpensAgainWhenThatIsPutOff() {
    Shares.Kept kept = keep(false, Optional.of(NOON.plus(Duration.ofDays(7))), "aaaaaaaaaaaa");
    time = NOON.plus(Duration.ofDays(7)).minusMillis(1);
    assertThat(shares().open(kept.token())).isPresent();
    time = NOON.plus(Duration.ofDays(7));
    assertThat(shares().open(kept.token())).isEmpty();
    assertThat(state(kept)).isEqualTo(ShareState.EXPIRED);

    assertThat(shares().expire(kept.share().id(), Optional.empty())).isTrue();
    assertThat(shares().open(kept.token())).isPresent();
    assertThat(state(kept)).isEqualTo(ShareState.OPEN);
  }

  @Test
  void aRevokedLinkOpensNothingUntilThatIsTakenBack() {
    Shares.Kept kept = keep(true, Optional.empty(), "aaaaaaaaaaaa");
    ShareId id = kept.share().id();
    assertThat(shares().revoke(id)).isTrue();
    assertThat(shares().revoke(id)).describedAs("a second time").isFalse();
    assertThat(shares().open(kept.token())).isEmpty();
    assertThat(shares().show(id)).describedAs("for who sees the list").isPresent();
    assertThat(state(kept)).isEqualTo(ShareState.REVOKED);

    assertThat(shares().restore(id)).isTrue();
    assertThat(shares().open(kept.token())).isPresent();
  }

  @Test
  void aShareGoesWithItsExperimentUnlessItIsToBeKept() {
    Experiment experiment = ended();
    Shares.Kept goes = keep(false, Optional.empty(), "aaaaaaaaaaaa", experiment.id().value());
    Shares.Kept stays = keep(true, Optional.empty(), experiment.id().value());

    storage.experiments().delete(experiment.id());
    assertThat(shares().open(goes.token())).isEmpty();
    assertThat(state(goes)).isEqualTo(ShareState.WITHHELD);
    assertThat(shares().open(stays.token())).isPresent();

    storage.experiments().restore(experiment.id());
    assertThat(shares().open(goes.token())).isPresent();

    storage.experiments().delete(experiment.id());
    assertThat(storage.experiments().purge(experiment.id())).isTrue();
    assertThat(shares().find(goes.share().id())).isEmpty();
    assertThat(shares().view(goes.share().id())).isEmpty();
    assertThat(shares().open(stays.token())).isPresent();
    assertThat(shares().view(stays.share().id())).hasValue(bytes("view"));
  }

  @Test
  void accessesAreCountedAtOnceAndWrittenLater() {
    Shares.Kept kept = keep(false, Optional.empty(), "aaaaaaaaaaaa");
    ShareId id = kept.share().id();
    for (int i = 0; i < 1_000; i++) {
      time = NOON.plusSeconds(i);
      shares().count(id);
    }
    assertThat(shares().find(id).orElseThrow().accesses()).isEqualTo(1_000);
    close();
    open();
    Share now = shares().find(id).orElseThrow();
    assertThat(now.accesses()).isEqualTo(1_000);
    assertThat(now.lastAccess()).hasValue(NOON.plusSeconds(999));
  }

  @Test
  void aPurgedShareIsGoneForGood() {
    Shares.Kept kept = keep(true, Optional.empty(), "aaaaaaaaaaaa");
    assertThat(shares().purge(kept.share().id())).isTrue();
    assertThat(shares().purge(kept.share().id())).isFalse();
    assertThat(shares().open(kept.token())).isEmpty();
    assertThat(shares().list(10)).isEmpty();
  }

  @Test
  void onlySharesThatEndedLongAgoArePurgedByThemselves() {
    Shares.Kept revoked = keep(true, Optional.empty(), "aaaaaaaaaaaa");
    Shares.Kept expired = keep(false, Optional.of(NOON.plusSeconds(60)), "aaaaaaaaaaaa");
    Shares.Kept open = keep(false, Optional.of(NOON.plus(Duration.ofDays(30))), "aaaaaaaaaaaa");
    Shares.Kept never = keep(false, Optional.empty(), "aaaaaaaaaaaa");
    shares().revoke(revoked.share().id());
    assertThat(shares().purgeEndedBefore(NOON)).isZero();

    assertThat(shares().purgeEndedBefore(NOON.plusSeconds(61))).isEqualTo(2);

    assertThat(shares().find(revoked.share().id())).isEmpty();
    assertThat(shares().find(expired.share().id())).isEmpty();
    assertThat(shares().list(9))
        .extracting(Share::id)
        .containsExactlyInAnyOrder(open.share().id(), never.share().id());
  }

  @Test
  void aShareWhoseEndIsPutOffWhileOthersArePurgedStays() {
    Shares.Kept extended = keep(false, Optional.of(NOON.plusSeconds(60)), "aaaaaaaaaaaa");
    Shares.Kept restored = keep(true, Optional.empty(), "aaaaaaaaaaaa");
    Shares.Kept ended = keep(true, Optional.of(NOON.plusSeconds(60)), "aaaaaaaaaaaa");
    shares().revoke(restored.share().id());
    Instant later = NOON.plusSeconds(61);
    Jdbi other =
        Jdbi.create(() -> database().connect(folder)).registerArgument(new InstantColumns());
    List<ShareId> due = other.withHandle(handle -> PurgeShares.due(handle, later));
    assertThat(due).hasSize(3);

    shares().expire(extended.share().id(), Optional.of(NOON.plus(Duration.ofDays(7))));
    shares().restore(restored.share().id());
    other.useTransaction(
        handle -> {
          var change = new Change(handle, later);
          assertThat(due).filteredOn(id -> PurgeShares.ifDue(change, id, later)).hasSize(1);
        });

    assertThat(shares().list(9))
        .extracting(Share::id)
        .containsExactlyInAnyOrder(extended.share().id(), restored.share().id())
        .doesNotContain(ended.share().id());
  }

  private ShareState state(Shares.Kept kept) {
    return shares().find(kept.share().id()).orElseThrow().state();
  }
}
