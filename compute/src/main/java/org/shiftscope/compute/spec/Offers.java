package org.shiftscope.compute.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/** The specs of a kind that a person can start from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Offers {

  /** A class that makes them. */
  Class<? extends Supplier<List<Preset>>> value();
}
