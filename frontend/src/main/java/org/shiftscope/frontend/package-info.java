/** Apache ECharts for Vaadin Flow, and the web resources that every page shares. */
@NullMarked
package org.shiftscope.frontend;

import org.jspecify.annotations.NullMarked;
