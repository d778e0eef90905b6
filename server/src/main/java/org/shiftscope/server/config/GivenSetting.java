package org.shiftscope.server.config;

/**
 * The value of a setting, and who gave it.
 *
 * @param setting what is set
 * @param value the value, as it was written
 * @param source where it came from: "flag --port", "environment SHIFTSCOPE_PORT", "file x", or
 *     "default"
 */
public record GivenSetting(Setting setting, String value, String source) {}
