package org.shiftscope.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads shares. */
final class ReadShares {

  /** Whether an experiment of a share is deleted. */
  private static final String IN_THE_BIN =
      "EXISTS (SELECT 1 FROM shared_view_of JOIN experiment ON experiment.id = shared_view_of.experiment"
          + " WHERE shared_view_of.shared_view = shared_view.id AND experiment.deleted IS NOT NULL)";

  private static final String COLUMNS =
      "SELECT id, subject, trial, title, sha256, size, kept, creator, created, expires, revoked,"
          + " accesses, last_access, NOT kept AND "
          + IN_THE_BIN
          + " AS withheld FROM shared_view";

  private static final String OPENED =
      "SELECT id, format, version, sha256, expires FROM shared_view";

  private ReadShares() {}

  static List<Share> list(Handle handle, Instant now, int limit) {
    return complete(
        handle,
        now,
        handle
            .createQuery(COLUMNS + " ORDER BY created DESC, id FETCH FIRST :limit ROWS ONLY")
            .bind("limit", limit)
            .map((row, context) -> row(row))
            .list());
  }

  static Optional<Share> find(Handle handle, Instant now, ShareId id) {
    List<Row> found =
        handle
            .createQuery(COLUMNS + " WHERE id = :id")
            .bind("id", id.value())
            .map((row, context) -> row(row))
            .list();
    return complete(handle, now, found).stream().findFirst();
  }

  /** One query, whatever the reason why there is nothing to open. */
  static Optional<OpenedShare> open(Handle handle, Instant now, ShareToken token) {
    return handle
        .createQuery(
            OPENED
                + " WHERE token_hash = :hash AND revoked IS NULL"
                + " AND (expires IS NULL OR expires > :now) AND (kept OR NOT "
                + IN_THE_BIN
                + ")")
        .bind("hash", token.hash())
        .bind("now", now)
        .map((row, context) -> opened(row))
        .findOne();
  }

  static Optional<OpenedShare> show(Handle handle, ShareId id) {
    return handle
        .createQuery(OPENED + " WHERE id = :id")
        .bind("id", id.value())
        .map((row, context) -> opened(row))
        .findOne();
  }

  static Optional<byte[]> piece(Handle handle, ShareId id, String piece) {
    List<byte[]> parts =
        handle
            .createQuery(
                "SELECT bytes FROM shared_view_part WHERE shared_view = :id AND piece = :piece"
                    + " ORDER BY part")
            .bind("id", id.value())
            .bind("piece", piece)
            .map((row, context) -> row.getBytes("bytes"))
            .list();
    var bytes = new ByteArrayOutputStream();
    parts.forEach(bytes::writeBytes);
    return parts.isEmpty() ? Optional.empty() : Optional.of(bytes.toByteArray());
  }

  /** One part of a piece; empty after the last. */
  static Optional<byte[]> part(Handle handle, ShareId id, String piece, int part) {
    return handle
        .createQuery(
            "SELECT bytes FROM shared_view_part"
                + " WHERE shared_view = :id AND piece = :piece AND part = :part")
        .bind("id", id.value())
        .bind("piece", piece)
        .bind("part", part)
        .map((row, context) -> row.getBytes("bytes"))
        .findOne();
  }

  static int parts(Handle handle, ShareId id, String piece) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM shared_view_part WHERE shared_view = :id AND piece = :piece")
        .bind("id", id.value())
        .bind("piece", piece)
        .mapTo(Integer.class)
        .one();
  }

  private static OpenedShare opened(ResultSet row) throws SQLException {
    return new OpenedShare(
        new ShareId(row.getString("id")),
        row.getString("format"),
        row.getInt("version"),
        row.getString("sha256"),
        InstantColumns.readOptional(row, "expires"));
  }

  private static List<Share> complete(Handle handle, Instant now, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, List<String>> experiments =
        handle
            .createQuery(
                "SELECT shared_view, experiment FROM shared_view_of WHERE shared_view IN (<ids>)"
                    + " ORDER BY shared_view, place")
            .bindList("ids", rows.stream().map(row -> row.id().value()).toList())
            .map(
                (row, context) ->
                    Map.entry(row.getString("shared_view"), row.getString("experiment")))
            .list()
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return rows.stream()
        .map(row -> row.share(experiments.getOrDefault(row.id().value(), List.of()), now))
        .toList();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new ShareId(row.getString("id")),
        row.getString("subject"),
        Optional.ofNullable(row.getObject("trial", Integer.class)),
        row.getString("title"),
        row.getBoolean("kept"),
        Optional.ofNullable(row.getString("creator")),
        new Share.Times(
            InstantColumns.read(row, "created"),
            InstantColumns.readOptional(row, "expires"),
            InstantColumns.readOptional(row, "revoked")),
        row.getBoolean("withheld"),
        row.getString("sha256"),
        row.getLong("size"),
        row.getLong("accesses"),
        InstantColumns.readOptional(row, "last_access"));
  }

  private record Row(
      ShareId id,
      String subject,
      Optional<Integer> trial,
      String title,
      boolean kept,
      Optional<String> creator,
      Share.Times times,
      boolean withheld,
      String sha256,
      long size,
      long accesses,
      Optional<Instant> lastAccess) {

    Share share(List<String> experiments, Instant now) {
      return new Share(
          id,
          new NewShare.Of(subject, experiments, trial),
          title,
          kept,
          creator,
          times,
          state(now),
          sha256,
          size,
          accesses,
          lastAccess);
    }

    private ShareState state(Instant now) {
      if (times.revoked().isPresent()) {
        return ShareState.REVOKED;
      }
      if (times.expires().filter(end -> !end.isAfter(now)).isPresent()) {
        return ShareState.EXPIRED;
      }
      return withheld ? ShareState.WITHHELD : ShareState.OPEN;
    }
  }
}
