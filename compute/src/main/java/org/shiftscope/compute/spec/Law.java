package org.shiftscope.compute.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A law on one field of a record, told also where the record cannot be built because another field
 * has a problem: a static method of {@link Problems} and of a parameter named as the field. The
 * record's constructor asks for it as well.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Law {}
