package org.shiftscope.compute.device;

import java.util.Optional;

/**
 * What a machine has to compute on: all that the choice of a device depends on.
 *
 * @param cudaBinaries whether ND4J's CUDA binaries are on the class path
 * @param driver what nvidia-smi answered to {@link Card#QUERY}, a line for each card; empty where
 *     it is not there or failed
 * @param visible CUDA_VISIBLE_DEVICES where it is set: the numbers of the cards that CUDA shows
 */
public record Found(boolean cudaBinaries, Optional<String> driver, Optional<String> visible) {}
