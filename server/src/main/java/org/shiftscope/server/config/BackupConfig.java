package org.shiftscope.server.config;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The backups that are made by themselves.
 *
 * @param folder where they lie, absolute; empty where none are made
 * @param time of the day at which one is made, by the machine's clock
 * @param kept how many of them stay
 */
public record BackupConfig(Optional<Path> folder, LocalTime time, int kept) {}
