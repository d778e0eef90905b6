@NullMarked
package org.shiftscope.server.web;

import org.jspecify.annotations.NullMarked;
