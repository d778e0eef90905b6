package org.shiftscope.compute.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /** The constant with an id, where there is one. */
  static <E extends Named> Optional<E> find(E[] constants, String id) {
    return Arrays.stream(constants).filter(constant -> constant.id().equals(id)).findFirst();
  }

  /** The ids of constants, for a sentence: {@code "digits, mnist"}. */
  static String ids(Named[] constants) {
    return Arrays.stream(constants).map(Named::id).collect(Collectors.joining(", "));
  }
}
