package org.shiftscope.compute.measure;

import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * Where measures are taken.
 *
 * @param loss the train loss, with the L2 term
 * @param network its shape
 * @param theta the train point, shape [d], not modified
 * @param start where SGD started, shape [d], not modified
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Point(DatasetLoss loss, NetworkSpec network, double[] theta, double[] start) {}
