/**
 * What a person asks for: sealed specs made of records that cannot exist wrong, and their JSON
 * form.
 */
@NullMarked
package org.shiftscope.compute.spec;

import org.jspecify.annotations.NullMarked;
