/** What the kinds that train a network share: how their trials begin, and what that costs. */
@NullMarked
package org.shiftscope.compute.training;

import org.jspecify.annotations.NullMarked;
