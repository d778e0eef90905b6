package org.shiftscope.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The front door over the real H2, each of whose queries is first run under EXPLAIN ANALYZE, which
 * tells how many rows it looks at.
 */
final class CountedRows implements AutoCloseable {

  /** Queries, and those that fill a lane. */
  private static final Pattern READS = Pattern.compile("^(SELECT|INSERT INTO scheduled_tasks)");

  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  private final AtomicLong rows = new AtomicLong();
  private final HikariDataSource pool;
  private final KeepHoldings holdings;
  private final Experiments experiments;

  CountedRows(Path home) throws IOException {
    var h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:file:" + home.resolve("shiftscope"));
    h2.setUser("shiftscope");
    h2.setPassword("");
    var config = new HikariConfig();
    config.setDataSource(wrap(DataSource.class, h2, (method, result, given) -> counted(result)));
    pool = new HikariDataSource(config);
    var held = new HeldDatabase(home.resolve("shiftscope.mv.db"), pool, () -> pool);
    holdings = KeepHoldings.of(home);
    var opened = new H2Database(held, new KeepRoom(home, held), holdings, FindDamage.Damage.NONE);
    var database = new Database(opened, Clocks.of(StorageStory.clock()));
    var running = new RunningTrials();
    var checkpoints = new CheckpointFolder(database, home.resolve("checkpoints"));
    experiments =
        new StoredExperiments(
            database,
            () -> new ExperimentId("aaaaaaaaaaaa"),
            running,
            checkpoints,
            new Lanes(
                opened,
                database,
                running,
                checkpoints,
                new LivingWorker(database, "aaaaaaaaaaaa", checkpoints)));
  }

  Experiments experiments() {
    return experiments;
  }

  /** The rows that a call looks at. */
  long of(Runnable call) {
    rows.set(0);
    call.run();
    return rows.get();
  }

  private Object counted(Object result) {
    return result instanceof Connection connection
        ? wrap(
            Connection.class,
            connection,
            (method, made, given) ->
                made instanceof PreparedStatement statement
                    ? counted(connection, (String) given[0], statement)
                    : made)
        : result;
  }

  private PreparedStatement counted(Connection connection, String sql, PreparedStatement real) {
    List<Object[]> bound = new ArrayList<>();
    return wrap(
        PreparedStatement.class,
        real,
        (method, result, given) -> {
          if (method.getName().startsWith("set") && given.length == 2) {
            bound.add(given);
          } else if (method.getName().startsWith("execute") && READS.matcher(sql).find()) {
            rows.addAndGet(scanned(connection, sql.substring(sql.indexOf("SELECT")), bound));
          }
          return result;
        });
  }

  private static long scanned(Connection connection, String sql, List<Object[]> bound) {
    try (PreparedStatement explain = connection.prepareStatement("EXPLAIN ANALYZE " + sql)) {
      for (Object[] one : bound) {
        explain.setObject((Integer) one[0], one[1]);
      }
      try (ResultSet plan = explain.executeQuery()) {
        plan.next();
        return SCANNED
            .matcher(plan.getString(1))
            .results()
            .mapToLong(m -> Long.parseLong(m.group(1)))
            .sum();
      }
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Sees what a call gave back, and may give something else. */
  private interface See {
    Object see(Method method, Object result, Object[] given);
  }

  @SuppressWarnings("NullAway") // JDBC gives back null
  private static <T> T wrap(Class<T> type, Object real, See see) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedRows.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, given) -> {
              try {
                Object[] arguments = given == null ? new Object[0] : given;
                return see.see(method, method.invoke(real, given), arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  @Override
  public void close() {
    pool.close();
    holdings.close();
  }
}
