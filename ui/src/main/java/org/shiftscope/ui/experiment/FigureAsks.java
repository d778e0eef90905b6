package org.shiftscope.ui.experiment;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/**
 * What a person can ask for in a figure.
 *
 * @param openTrial the trial of a point
 * @param selected the trials of the points in a box
 * @param slid a temperature
 */
record FigureAsks(
    IntConsumer openTrial, Consumer<Collection<Integer>> selected, DoubleConsumer slid) {}
