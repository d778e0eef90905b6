package org.shiftscope.storage;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The door to shared views on a database. */
final class StoredShares implements Shares, AutoCloseable {

  private static final String VIEW = "view";
  private static final String DATA = "data";

  private final Database database;
  private final Supplier<ShareId> ids;
  private final RandomGenerator secrets;
  private final CountAccesses accesses;

  /**
   * @param ids gives each share an identity of its own
   * @param secrets a source that nobody can guess
   */
  StoredShares(Database database, Supplier<ShareId> ids, RandomGenerator secrets) {
    this.database = database;
    this.ids = ids;
    this.secrets = secrets;
    this.accesses = new CountAccesses(database);
  }

  @Override
  public Kept keep(NewShare share) {
    ShareId id = ids.get();
    ShareToken token = ShareToken.random(secrets);
    database.change(
        change -> {
          StoreShare.store(change, id, token, share);
          StoreShare.store(change, id, VIEW, share.content().view());
          StoreShare.store(change, id, DATA, share.content().data());
          return true;
        });
    return new Kept(find(id).orElseThrow(), token);
  }

  @Override
  public List<Share> list(int limit) {
    return database.read(handle -> ReadShares.list(handle, database.now(), limit)).stream()
        .map(accesses::with)
        .toList();
  }

  @Override
  public Optional<Share> find(ShareId id) {
    return database.read(handle -> ReadShares.find(handle, database.now(), id)).map(accesses::with);
  }

  @Override
  public Optional<OpenedShare> open(ShareToken token) {
    return database.read(handle -> ReadShares.open(handle, database.now(), token));
  }

  @Override
  public Optional<OpenedShare> show(ShareId id) {
    return database.read(handle -> ReadShares.show(handle, id));
  }

  @Override
  public Optional<byte[]> view(ShareId id) {
    return database.read(handle -> ReadShares.piece(handle, id, VIEW));
  }

  @Override
  public Optional<InputStream> data(ShareId id) {
    return StreamPiece.of(database, id, DATA);
  }

  @Override
  public void count(ShareId id) {
    accesses.count(id, database.now());
  }

  @Override
  public boolean revoke(ShareId id) {
    return database.change(change -> StoreShare.revoke(change, id));
  }

  @Override
  public boolean restore(ShareId id) {
    return database.change(change -> StoreShare.restore(change, id));
  }

  @Override
  public boolean expire(ShareId id, Optional<Instant> expires) {
    return database.change(change -> StoreShare.expire(change, id, expires));
  }

  @Override
  public boolean purge(ShareId id) {
    return database.change(change -> PurgeShares.one(change, id));
  }

  @Override
  public int purgeEndedBefore(Instant time) {
    List<ShareId> due = database.read(handle -> PurgeShares.due(handle, time));
    return (int)
        due.stream() // each in a transaction of its own
            .filter(id -> database.change(change -> PurgeShares.ifDue(change, id, time)))
            .count();
  }

  /** Writes the accesses that are counted and not written yet. */
  @Override
  public void close() {
    accesses.close();
  }
}
