package org.shiftscope.server.config;

import java.nio.file.Path;
import java.time.Duration;
import org.shiftscope.compute.device.DeviceSetting;

/**
 * How the server runs.
 *
 * @param port the TCP port; 0 takes a free one
 * @param host the name or address of this machine that is listened on; the loopback unless told
 *     otherwise
 * @param data the folder of the database and the datasets, absolute
 * @param slots trials that run at the same time on the cpu, each on one thread; a graphics card
 *     runs one
 * @param device what trials run on
 * @param bin how long a deleted experiment can be restored; then it is purged
 * @param access who may reach it, and for how long they are known
 */
public record ServerConfig(
    int port,
    String host,
    Path data,
    int slots,
    DeviceSetting device,
    Duration bin,
    AccessConfig access) {}
