/** What a paper says of an experiment: how it was done, and whom to cite. */
@NullMarked
package org.shiftscope.compute.paper;

import org.jspecify.annotations.NullMarked;
