package org.shiftscope.server.rest;

import java.time.Instant;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.Share;
import org.shiftscope.storage.ShareState;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a share. The secret of its link is no part of it. */
final class ShareJson {

  private ShareJson() {}

  /** The schema of {@link #of}. */
  static ObjectNode schema(SchemaDefinitions all) {
    return all.refer("Share", () -> fields("A frozen view.").end());
  }

  /** The schema of what a new share is answered with. */
  static ObjectNode newSchema(SchemaDefinitions all) {
    return all.refer(
        "NewShare",
        () ->
            fields("A frozen view with the secret of its link, told this once.")
                .field("token", Schemas.text(), "The secret of its link")
                .field("link", Schemas.text(), "Where whoever has the link reads it")
                .end());
  }

  private static Schemas.Fields fields(String description) {
    return Schemas.object(description)
        .field("id", Schemas.text(), "Its id, which opens nothing")
        .field("subject", Schemas.text(), "What it is of: experiment, trial, comparison or claims")
        .field("experiments", Schemas.listOf(Schemas.text()), "Ids of its experiments")
        .field("trial", Schemas.orNull(Schemas.integer()), "The number of the trial, of a trial")
        .field("title", Schemas.text(), "Its title")
        .field("state", Schemas.oneOf(ShareState.values()), "Whether its link opens it")
        .field("kept", Schemas.truth(), "Whether it outlives its experiments")
        .field("creator", Schemas.orNull(Schemas.text()), "Who shared it, where that is known")
        .field("created", Schemas.time(), "When it was made")
        .field("expires", Schemas.orNull(Schemas.time()), "When its link ends; null for never")
        .field("revoked", Schemas.orNull(Schemas.time()), "When its link was revoked")
        .field("accesses", Schemas.integer(), "How often its link was opened")
        .field("lastAccess", Schemas.orNull(Schemas.time()), "When it was last opened")
        .field("sha256", Schemas.text(), "Of its data, in hexadecimal digits")
        .field("size", Schemas.integer(), "Bytes of its data")
        .field(
            "links",
            Schemas.of("object").set("additionalProperties", Schemas.text()).asObject(),
            "Addresses of what belongs to it");
  }

  /**
   * The share.
   *
   * @param root where the server's addresses begin; most often empty
   */
  static ObjectNode of(Share share, String root) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", share.id().value())
            .put("subject", share.of().subject());
    share.of().experiments().forEach(json.putArray("experiments")::add);
    json.put("trial", share.of().trial().orElse(null))
        .put("title", share.title())
        .put("state", share.state().id())
        .put("kept", share.kept())
        .put("creator", share.creator().orElse(null))
        .put("created", share.times().created().toString())
        .put("expires", share.times().expires().map(Instant::toString).orElse(null))
        .put("revoked", share.times().revoked().map(Instant::toString).orElse(null))
        .put("accesses", share.accesses())
        .put("lastAccess", share.lastAccess().map(Instant::toString).orElse(null))
        .put("sha256", share.sha256())
        .put("size", share.size());
    String self = root + "/api/shares/" + share.id();
    json.putObject("links")
        .put("self", self)
        .put("page", self + "/page")
        .put("view", self + "/view")
        .put("data", self + "/data")
        .put("pdf", self + "/pdf");
    return json;
  }
}
