package org.shiftscope.storage;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * A database that is open.
 *
 * @param pool its connections
 * @param writing the same connections, refused while the disk is nearly full
 */
record OpenedDatabase(HikariDataSource pool, DataSource writing) {}
