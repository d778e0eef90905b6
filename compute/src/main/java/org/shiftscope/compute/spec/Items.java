package org.shiftscope.compute.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many a list may hold: what {@link Problems#items} refuses beyond, and what {@link
 * SpecSchemas} tells.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Items {

  /** The fewest. */
  int least() default 0;

  /** The most. */
  int most();
}
