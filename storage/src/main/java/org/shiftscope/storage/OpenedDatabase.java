package org.shiftscope.storage;

import com.zaxxer.hikari.HikariDataSource;

/**
 * A database that is open.
 *
 * @param pool its connections
 * @param reopen opens it again
 */
record OpenedDatabase(HikariDataSource pool, ReopenDatabase reopen) {}
