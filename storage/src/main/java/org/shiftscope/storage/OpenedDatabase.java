package org.shiftscope.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * A database that is open.
 *
 * @param home its folder
 * @param pool its connections
 * @param writing the same connections, refused while the disk is nearly full
 */
record OpenedDatabase(Path home, HikariDataSource pool, DataSource writing) {}
