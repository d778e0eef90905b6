package org.shiftscope.server.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shiftscope.server.metrics.Metrics;
import org.shiftscope.ui.observed.Observed;

/**
 * What REST tells of the server itself.
 *
 * @param health tells how it is
 * @param deadlock which threads wait for each other for ever, a sentence; empty where none do
 * @param notReady why it cannot do its work now, sentences; none where it can
 * @param observed what pages know of it, too
 * @param metrics its numbers
 */
public record Observing(
    CheckHealth health,
    Supplier<Optional<String>> deadlock,
    Supplier<List<String>> notReady,
    Observed observed,
    Metrics metrics) {}
