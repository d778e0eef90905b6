package org.shiftscope.compute.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a field that JSON leaves out stands for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Default {

  /** The value as JSON; text and choices without quotes. */
  String value() default "";

  /**
   * In its place a static method of the record that gives the value. Its parameters are named as
   * fields of the record, and empty where those had a problem. An empty optional for an answer
   * means that the field must be given.
   */
  String by() default "";
}
