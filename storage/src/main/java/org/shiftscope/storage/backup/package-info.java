/** A record as one file, and the tables that are in it: docs/decisions/057-backups.md. */
@NullMarked
package org.shiftscope.storage.backup;

import org.jspecify.annotations.NullMarked;
