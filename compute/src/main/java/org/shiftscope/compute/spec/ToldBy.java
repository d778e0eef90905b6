package org.shiftscope.compute.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The field of the JSON that tells by its {@link Id} which record of a sealed type it is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ToldBy {

  /** The field's name. */
  String value();

  /**
   * The id of the record that is meant where the field is missing; empty where it must be given.
   */
  String whenMissing() default "";
}
