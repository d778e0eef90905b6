package org.shiftscope.server.rest;

import java.time.Duration;
import java.util.Optional;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.server.access.Access;
import org.shiftscope.server.picture.DrawPicture;
import org.shiftscope.server.print.PrintShares;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.sharing.MakeShare;

/**
 * What REST is made of.
 *
 * @param experiments the front door
 * @param share makes shares, and has them
 * @param estimates times a step and tells what an experiment will cost
 * @param theory answers what theory says, one after another
 * @param draw draws figures
 * @param print makes PDFs of shares
 * @param host what trials run on
 * @param observing what it tells of the server itself
 * @param heartbeat longest silence on a stream of events
 * @param version Shiftscope's
 * @param access decides who asks
 * @param backups of the record; empty where none are made
 */
public record RestParts(
    Experiments experiments,
    MakeShare share,
    EstimateCost estimates,
    AnswerInTurn theory,
    DrawPicture draw,
    PrintShares print,
    Host host,
    Observing observing,
    Duration heartbeat,
    String version,
    Access access,
    Optional<Backups> backups) {}
