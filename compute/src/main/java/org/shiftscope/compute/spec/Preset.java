package org.shiftscope.compute.spec;

/**
 * A spec to start from.
 *
 * @param id name in addresses: lower case, with hyphens
 * @param title name for a person
 * @param explanation what it shows and how long it takes, in a sentence or two
 * @param spec the spec itself
 */
public record Preset(String id, String title, String explanation, ExperimentSpec spec) {}
