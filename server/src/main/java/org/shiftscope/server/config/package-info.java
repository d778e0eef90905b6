/**
 * The settings of the server: read from flags, environment and file, and refused with every
 * problem.
 */
@NullMarked
package org.shiftscope.server.config;

import org.jspecify.annotations.NullMarked;
