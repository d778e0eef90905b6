package org.shiftscope.compute.kind;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Presets;

/**
 * The records of what kinds find and what theory says of them, as the methods of each {@link Kind}
 * declare it.
 */
public final class DescribeKinds {

  private DescribeKinds() {}

  /** The findings of all kinds, each once. */
  public static List<Class<?>> findings() {
    return answers("findings").map(Class.class::cast).<Class<?>>map(Class.class::cast).toList();
  }

  /** What theory says, of those kinds of which it says something. */
  public static List<Class<?>> theories() {
    return answers("theory").flatMap(type -> held(type).stream()).toList();
  }

  private static Stream<Type> answers(String name) {
    return Presets.all().stream()
        .map(preset -> Kind.of(preset.spec()).getClass())
        .distinct()
        .flatMap(kind -> Stream.of(kind.getMethods()))
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .map(Method::getGenericReturnType)
        .distinct();
  }

  private static Optional<Class<?>> held(Type optional) {
    return Optional.of(((ParameterizedType) optional).getActualTypeArguments()[0])
        .filter(Class.class::isInstance)
        .map(Class.class::cast);
  }
}
