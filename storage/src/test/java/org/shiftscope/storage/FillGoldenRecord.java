package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Archives.Export;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.People;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.accounts.SessionLimits;
import org.shiftscope.storage.accounts.Vouched;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts one of everything beside the experiments into a record: what people and links bring. */
final class FillGoldenRecord {

  static final String PASSWORD = "correct horse battery";
  static final Vouched VERA =
      new Vouched("https://sso.example.org", "subject-7", "vera", Role.VIEWER, false);
  static final IdempotencyKey KEY = new IdempotencyKey("golden", "ab".repeat(32));
  static final SessionLimits LIMITS = new SessionLimits(Duration.ofDays(30), Duration.ofDays(60));

  private final Storage storage;
  private final ObjectNode secrets = JsonMapper.shared().createObjectNode();

  FillGoldenRecord(Storage storage) {
    this.storage = storage;
  }

  /** What is told once, and opens something. */
  ObjectNode secrets() {
    return secrets;
  }

  /** Ada, who administers, has a session and a token; Vera comes by a provider; Eve was invited. */
  Asker people() {
    People people = storage.people();
    String link = people.passwords().setUp().secret().text();
    people.passwords().byLink(link, "ada", PASSWORD);
    String cookie =
        people
            .sessions()
            .signIn("ada", PASSWORD, Optional.of("A browser"), LIMITS)
            .orElseThrow()
            .text();
    Asker ada = people.sessions().asker(cookie, "10.0.0.5", LIMITS, true).orElseThrow();
    secrets.put("cookie", cookie);
    secrets.put(
        "token", ada.ask(() -> people.tokens().make("nightly", "run", 300)).secret().text());
    people.identities().signIn(VERA, true, Optional.empty(), LIMITS);
    secrets.put("link", ada.ask(() -> people.accounts().add("eve", "researcher")).secret().text());
    return ada;
  }

  /** Labels of an experiment, each sort; its note has two versions. */
  void label(ExperimentId id) {
    Experiments door = storage.experiments();
    door.edit(
        id,
        new ExperimentEdit(
            Optional.of("Renamed"),
            Optional.of(List.of("thesis", "fig-4")),
            Optional.of(true),
            Optional.of(true)));
    door.writeNote(id, 0, "First *words*.");
    door.writeNote(id, 1, "Second words:\n\n- κ falls with T");
  }

  /** Searches and links: one that opens, one that was revoked. */
  void shares(ExperimentId id) {
    storage.experiments().searches().keep("Favourites", "is:favourite");
    secrets.put("share", share(id, Optional.empty()).token().value());
    var revoked = share(id, Optional.of(2));
    storage.shares().revoke(revoked.share().id());
    secrets.put("revoked", revoked.token().value());
  }

  private Shares.Kept share(ExperimentId id, Optional<Integer> trial) {
    return storage
        .shares()
        .keep(
            new NewShare(
                new NewShare.Of(
                    trial.isPresent() ? "trial" : "experiment", List.of(id.value()), trial),
                "A share",
                true,
                Optional.of("ada"),
                Optional.empty(),
                new NewShare.Content(
                    "shared-view", 1, bytes("view"), bytes("data"), "00".repeat(32), 8)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** An experiment that was exported, purged and imported again. */
  void takeIn(Experiment ended) throws IOException {
    Experiments door = storage.experiments();
    var archive = new ByteArrayOutputStream();
    door.archives()
        .write(
            door.find(ended.id()).orElseThrow(),
            new Export(true, "http://lab:8080/experiments/x", "0.1.0"),
            archive);
    assertThat(door.delete(ended.id())).isTrue();
    assertThat(door.purge(ended.id())).isTrue();
    assertThat(door.archives().read(new ByteArrayInputStream(archive.toByteArray())).stored())
        .isTrue();
  }

  /** One that a request with a key submitted, and that an estimate was made for. */
  Experiment keyed(ExperimentSpec spec) {
    return storage
        .experiments()
        .submit(spec, Optional.of(Duration.ofSeconds(90)), Queueing.USUAL, KEY);
  }
}
