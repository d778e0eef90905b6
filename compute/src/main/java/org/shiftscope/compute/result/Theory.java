package org.shiftscope.compute.result;

/**
 * What theory says of an experiment before anything is simulated or trained: a record of numbers
 * and {@link Series}, for the live form, for the result page and for REST. Computed from the spec
 * alone, in a fraction of a second.
 */
public interface Theory {}
