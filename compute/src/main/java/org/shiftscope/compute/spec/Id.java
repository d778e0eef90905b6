package org.shiftscope.compute.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a record in JSON, in the database and in addresses: lower case, with hyphens. It
 * stays when the class is renamed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Id {

  /** The name. */
  String value();

  /**
   * The version of what is written under this name, the newest that can be read. It is raised where
   * an earlier version of Shiftscope would read the same JSON wrongly.
   */
  int version() default 1;
}
