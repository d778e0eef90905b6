package org.shiftscope.storage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.shiftscope.storage.accounts.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that the doors tell of people, links and searches, as JSON. */
final class TellRecord {

  private static final JsonMapper JSON = JsonMapper.shared();

  private TellRecord() {}

  /**
   * Tells it. Signing in leaves traces, so the record is another one afterwards.
   *
   * @param secrets what opens something, from {@link FillGoldenRecord#secrets}
   */
  static ObjectNode of(Storage storage, JsonNode secrets) {
    ObjectNode json = JSON.createObjectNode();
    json.set("searches", JSON.valueToTree(storage.experiments().searches().all()));
    json.set("tags", JSON.valueToTree(storage.experiments().tags()));
    shares(storage.shares(), secrets, json);
    json.set("keyed", JSON.valueToTree(keyed(storage, secrets)));
    people(storage.people(), secrets, json);
    return json;
  }

  /** The key is that of who has the token. */
  private static Optional<String> keyed(Storage storage, JsonNode secrets) {
    return storage
        .people()
        .tokens()
        .asker(secrets.path("token").asString(""), "")
        .flatMap(asker -> asker.ask(() -> storage.experiments().submitted(FillGoldenRecord.KEY)))
        .map(experiment -> experiment.id().value());
  }

  private static void shares(Shares shares, JsonNode secrets, ObjectNode json) {
    json.set("shares", JSON.valueToTree(shares.list(100)));
    for (String name : new String[] {"share", "revoked"}) {
      Optional<OpenedShare> opened =
          shares.open(new ShareToken(secrets.path(name).asString("a".repeat(26))));
      json.set(name, JSON.valueToTree(opened));
      opened
          .flatMap(found -> shares.view(found.id()))
          .ifPresent(view -> json.put(name + "View", new String(view, StandardCharsets.UTF_8)));
    }
  }

  private static void people(People people, JsonNode secrets, ObjectNode json) {
    json.put("installation", people.installation());
    json.set("accounts", JSON.valueToTree(people.accounts().list()));
    json.set("audit", JSON.valueToTree(people.audit().list(Long.MAX_VALUE, 1_000)));
    json.set(
        "token", JSON.valueToTree(people.tokens().asker(secrets.path("token").asString(""), "")));
    json.set(
        "cookie",
        JSON.valueToTree(
            people
                .sessions()
                .asker(secrets.path("cookie").asString(""), "", FillGoldenRecord.LIMITS, false)));
    json.set(
        "link",
        JSON.valueToTree(
            people
                .passwords()
                .find(secrets.path("link").asString(""))
                .map(link -> link.account().orElseThrow())));
    json.put(
        "password",
        people
            .sessions()
            .signIn("ada", FillGoldenRecord.PASSWORD, Optional.empty(), FillGoldenRecord.LIMITS)
            .isPresent());
    json.put(
        "identity",
        people
            .identities()
            .signIn(FillGoldenRecord.VERA, false, Optional.empty(), FillGoldenRecord.LIMITS)
            .refusal());
  }
}
