package org.shiftscope.compute.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record with one component, which is all that stands in JSON. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Bare {}
