package org.shiftscope.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Fresh connections to a database of PostgreSQL, each with the session that storage needs. What the
 * address says itself wins over what is set here.
 */
final class ConnectPostgres extends Connections {

  private static final int LOGIN_SECONDS = 15;

  /**
   * A server or a network that is gone is known after half a minute; nothing that storage asks for
   * takes so long.
   */
  private static final Map<String, String> DRIVER =
      Map.of(
          "ApplicationName", "shiftscope",
          "connectTimeout", "10",
          "loginTimeout", Integer.toString(LOGIN_SECONDS),
          "socketTimeout", "30",
          "tcpKeepAlive", "true");

  /**
   * (1) A commit is on the server's disk when it is told. (2) A process that froze in the middle of
   * a transaction would keep all others waiting: the server ends it after ten seconds. (3) Who
   * waits for another gives up later than that.
   */
  private static final String SESSION =
      """
      SELECT set_config('synchronous_commit', CASE
          WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN 'on'
          ELSE current_setting('synchronous_commit') END, FALSE),
        set_config('idle_in_transaction_session_timeout', '10s', FALSE),
        set_config('lock_timeout', '20s', FALSE),
        set_config('default_transaction_isolation', 'read committed', FALSE)
      """;

  /**
   * For work that may take long: others may have to wait for it as long as it takes, and it may
   * rest in its transaction, as while a migration's backup or a restored row is written to a disk.
   */
  private static final String UNHURRIED =
      """
      SELECT set_config('idle_in_transaction_session_timeout', '0', FALSE),
        set_config('lock_timeout', '0', FALSE)
      """;

  private final String url;
  private final Properties given;
  private final Properties driver;
  private final boolean hurried;

  private ConnectPostgres(String url, Properties given, Properties driver, boolean hurried) {
    this.url = url;
    this.given = given;
    this.driver = driver;
    this.hurried = hurried;
  }

  /**
   * Those of an address.
   *
   * @throws StorageUnavailable where it cannot be read
   */
  static ConnectPostgres to(DatabaseAddress address) {
    Properties given = Driver.parseURL(address.url(), null);
    if (given == null) {
      throw SayWhyPostgres.noAddress(address);
    }
    var driver = new Properties();
    driver.putAll(DRIVER);
    address.user().ifPresent(user -> driver.setProperty("user", user));
    address.password().ifPresent(password -> driver.setProperty("password", password));
    return new ConnectPostgres(address.url(), given, driver, true);
  }

  /** The schema that the address names: its first, where it names several. */
  Optional<String> schema() {
    return Optional.ofNullable(given.getProperty("currentSchema"))
        .map(all -> all.split(",")[0].strip())
        .filter(name -> !name.isEmpty());
  }

  /** The same without any limit of time, for work that may take long, such as a migration. */
  ConnectPostgres withoutHurry() {
    var patient = new Properties();
    patient.putAll(driver);
    patient.setProperty("socketTimeout", "0");
    return new ConnectPostgres(url, given, patient, false);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = DriverManager.getConnection(url, driver);
    try (var statement = connection.createStatement()) {
      statement.execute(SESSION);
      if (!hurried) {
        statement.execute(UNHURRIED);
      }
      return connection;
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  /** The driver keeps to the time that it was told. */
  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return LOGIN_SECONDS;
  }
}
