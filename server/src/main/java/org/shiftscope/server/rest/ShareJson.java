package org.shiftscope.server.rest;

import java.time.Instant;
import org.shiftscope.storage.Share;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a share. The secret of its link is no part of it. */
final class ShareJson {

  private ShareJson() {}

  static ObjectNode of(Share share) {
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
    String self = "/api/shares/" + share.id();
    json.putObject("links")
        .put("self", self)
        .put("page", self + "/page")
        .put("view", self + "/view")
        .put("data", self + "/data");
    return json;
  }
}
