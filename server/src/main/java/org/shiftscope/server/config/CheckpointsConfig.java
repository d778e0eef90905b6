package org.shiftscope.server.config;

import java.nio.file.Path;
import java.util.Optional;
import org.shiftscope.compute.stage.OnOtherKernels;

/**
 * Where trials go on from that were killed or put back.
 *
 * @param folder the folder in which checkpoints are kept, absolute; empty where they are kept in
 *     the database
 * @param onOtherKernels what a trial does whose checkpoint was computed on others
 */
public record CheckpointsConfig(Optional<Path> folder, OnOtherKernels onOtherKernels) {}
