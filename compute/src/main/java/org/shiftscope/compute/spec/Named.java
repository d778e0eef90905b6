package org.shiftscope.compute.spec;

import java.util.Locale;

/** A constant of an enum, with a name for machines and a name for people. */
public interface Named {

  /** The name in JSON, in the database and in addresses: lower case, with hyphens. */
  default String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant's own name. */
  String name();

  /** The name that a person reads. */
  String title();
}
