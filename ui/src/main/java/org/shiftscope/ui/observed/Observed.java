package org.shiftscope.ui.observed;

import java.util.Optional;
import java.util.function.Supplier;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.Notices;

/**
 * What pages and REST know of the server itself.
 *
 * @param system looks how it is; called from many threads
 * @param notices who is told of experiments that ended
 * @param mail whether there is an SMTP server that takes its e-mail
 * @param backups of the record; empty where none are made
 */
public record Observed(
    Supplier<SystemReport> system, Notices notices, boolean mail, Optional<Backups> backups) {}
