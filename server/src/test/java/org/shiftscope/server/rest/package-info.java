@NullMarked
package org.shiftscope.server.rest;

import org.jspecify.annotations.NullMarked;
