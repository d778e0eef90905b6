package org.shiftscope.compute.spec;

/** A choice with a name for machines and a name for people. */
public interface Named {

  /** The name in JSON, in the database and in addresses: lower case, with hyphens. */
  String id();

  /** The name that a person reads. */
  String title();
}
