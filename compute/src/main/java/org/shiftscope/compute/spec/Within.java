package org.shiftscope.compute.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The range of a number, or of each number of a list: what {@link Problems#within} refuses beyond,
 * and what {@link SpecSchemas} tells.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Within {

  /** The least that it may be. */
  double least();

  /** The most that it may be; not this itself where it is {@link #open}. */
  double most();

  /** Whether the number must be below {@link #most}. */
  boolean open() default false;
}
