package org.shiftscope.storage;

import java.nio.file.Path;

/**
 * A database that is open.
 *
 * @param home its folder
 * @param held its connections
 * @param writing the same connections, refused where nothing should be written
 */
record OpenedDatabase(Path home, HeldDatabase held, KeepRoom writing) {}
