package org.shiftscope.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.shiftscope.storage.FindDamage.Damage;

/**
 * Opens the H2 database of a data folder: looks whether it is whole, and brings its schema up to
 * date.
 */
final class OpenDatabase {

  private final H2Folder folder;
  private final KeepHoldings holdings;
  private final boolean damageAccepted;

  private OpenDatabase(H2Folder folder, KeepHoldings holdings, boolean damageAccepted) {
    this.folder = folder;
    this.holdings = holdings;
    this.damageAccepted = damageAccepted;
  }

  /**
   * Opens it, making the folder where it is missing.
   *
   * @param damageAccepted whether to go on with what is left of a damaged one
   * @throws StorageUnavailable where that is not possible
   */
  static H2Database in(Path folder, boolean damageAccepted) {
    Path home = folder.toAbsolutePath().normalize();
    if (home.toString().contains(";")) {
      throw new StorageUnavailable(
          "The database cannot live in " + home + ": choose a data folder without \";\".", null);
    }
    tryWriting(home);
    try {
      return behind(KeepHoldings.of(home), new H2Folder(home), damageAccepted);
    } catch (SQLException | FlywayException | IOException refused) {
      throw SayWhyUnavailable.atOpening(home, refused);
    }
  }

  private static H2Database behind(KeepHoldings holdings, H2Folder folder, boolean accepted)
      throws SQLException, IOException {
    try {
      return new OpenDatabase(folder, holdings, accepted).open();
    } catch (SQLException | IOException | RuntimeException refused) {
      holdings.close();
      throw refused;
    }
  }

  private H2Database open() throws SQLException, IOException {
    Optional<Holdings> least = holdings.last().map(KeepHoldings.Kept::holdings);
    if (!Files.exists(folder.file())) {
      Damage gone = least.map(FindDamage::ofAll).orElse(Damage.NONE);
      refuse(gone);
      return migrated(gone);
    }
    boolean asItWasClosed = isAsItWasClosed();
    keepAside(asItWasClosed);
    Damage damage;
    HikariDataSource pool;
    // The first connection is kept until the pool has its own, or H2 would close and open again.
    try (Connection first = folder.database().getConnection()) {
      damage =
          asItWasClosed
              ? Damage.NONE
              : least.map(each -> FindDamage.in(first, each, wasClosed())).orElse(Damage.NONE);
      refuse(damage);
      if (MigrateDatabase.isNeeded(folder.database())) {
        first.close();
        return migrated(damage);
      }
      pool = folder.pool();
    }
    return opened(pool, damage);
  }

  /**
   * By a stop in order, after which nobody should have changed it. After a kill there is no such
   * mark.
   */
  private boolean wasClosed() {
    return holdings.last().flatMap(KeepHoldings.Kept::whole).isPresent();
  }

  /** To the last bit: then nothing in it needs to be looked at. */
  private boolean isAsItWasClosed() throws IOException {
    Optional<WholeFile> whole = holdings.last().flatMap(KeepHoldings.Kept::whole);
    return whole.isPresent() && whole.get().equals(WholeFile.at(folder.file()));
  }

  /** Whoever goes on with what is left may yet want what was there. */
  private void keepAside(boolean asItWasClosed) throws IOException {
    if (damageAccepted && !asItWasClosed) {
      Files.copy(
          folder.file(),
          folder.home().resolve("shiftscope-damaged.mv.db"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void refuse(Damage damage) {
    if (!damage.clauses().isEmpty() && !damageAccepted) {
      throw SayWhyUnavailable.damaged(folder.home(), damage.clauses());
    }
  }

  private H2Database migrated(Damage damage) throws IOException {
    MigrateDatabase.to(folder.file(), folder.copyFile(), folder.copy());
    return opened(folder.pool(), damage);
  }

  private H2Database opened(HikariDataSource pool, Damage damage) throws IOException {
    OwnerOnly.keep(folder.file());
    var held = new HeldDatabase(folder.file(), pool, folder::pool);
    return new H2Database(held, new KeepRoom(folder.home(), held), holdings, damage);
  }

  /** Makes the folder where it is missing, and refuses one that cannot be written. */
  static void tryWriting(Path home) {
    try {
      OwnerOnly.make(home);
      Path probe = Files.createTempFile(home, "probe", ".tmp");
      try {
        Files.write(probe, new byte[64 * 1024]);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException refused) {
      if (SayWhyUnavailable.full(refused)) {
        throw SayWhyUnavailable.atOpening(home, refused);
      }
      throw new StorageUnavailable(
          "The data folder "
              + home
              + " cannot be written ("
              + refused
              + "): make it a folder that this user may write, or choose another.",
          refused);
    }
  }
}
