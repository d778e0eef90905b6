package org.shiftscope.compute.spec;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a record tells of its JSON form by its components and their annotations. */
final class RecordForm {

  private static final ClassValue<RecordForm> FORMS =
      new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
          return new RecordForm(type.asSubclass(Record.class));
        }
      };

  private final Class<? extends Record> type;
  private final List<Component> components;
  private final List<Method> laws;
  private final Constructor<? extends Record> constructor;

  private RecordForm(Class<? extends Record> type) {
    this.type = type;
    components = Stream.of(type.getRecordComponents()).map(Component::of).toList();
    laws =
        lineage(type)
            .flatMap(declaring -> Stream.of(declaring.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Law.class))
            .map(RecordForm::open)
            .toList();
    constructor = canonical(type);
  }

  static RecordForm of(Class<?> record) {
    return FORMS.get(record);
  }

  /** Its components, in their order. */
  List<Component> components() {
    return components;
  }

  /** A component by its name. */
  Component component(String name) {
    return components.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " has no component " + name));
  }

  /** Whether its only component stands for it. */
  boolean bare() {
    return type.isAnnotationPresent(Bare.class);
  }

  /** Its laws on single fields, and those of the interfaces that it implements. */
  List<Method> laws() {
    return laws;
  }

  /** The field that tells it from others of its sealed type, where it has one. */
  Optional<ToldBy> toldBy() {
    return lineage(type)
        .filter(above -> above.isAnnotationPresent(ToldBy.class))
        .map(above -> above.getAnnotation(ToldBy.class))
        .findFirst();
  }

  String id() {
    return Variants.idOf(type);
  }

  /**
   * Builds it from the values of its components, in their order.
   *
   * @throws InvalidSpec where they break its laws
   */
  Record build(List<Object> values) {
    return call(() -> constructor.newInstance(values.toArray()));
  }

  /** The static method that gives a default. */
  Method method(String name) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .map(RecordForm::open)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " has no method " + name));
  }

  static <T> T call(Call<T> call) {
    try {
      return call.now();
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(thrown);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Stream<Class<?>> lineage(Class<?> type) {
    return Stream.concat(
            Stream.of(type), Stream.of(type.getInterfaces()).flatMap(RecordForm::lineage))
        .distinct();
  }

  private static Constructor<? extends Record> canonical(Class<? extends Record> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return call(() -> open(type.getDeclaredConstructor(types)));
  }

  private static <T extends AccessibleObject> T open(T member) {
    member.setAccessible(true);
    return member;
  }

  /** Something done by reflection. */
  interface Call<T> {
    T now() throws ReflectiveOperationException;
  }

  /**
   * A component.
   *
   * @param name its name in JSON
   * @param type its type, with what its list or optional holds
   * @param flat whether its own fields stand in its place
   * @param whenMissing what it is where JSON leaves it out
   * @param within its range, or that of its items; empty where it has none of its own
   * @param items how many it holds; empty where it is no list, or of any length
   */
  record Component(
      String name,
      Type type,
      boolean flat,
      Optional<Default> whenMissing,
      Optional<Within> within,
      Optional<Items> items,
      Method accessor) {

    static Component of(RecordComponent component) {
      return new Component(
          component.getName(),
          component.getGenericType(),
          component.isAnnotationPresent(Flat.class),
          Optional.ofNullable(component.getAnnotation(Default.class)),
          Optional.ofNullable(component.getAnnotation(Within.class)),
          Optional.ofNullable(component.getAnnotation(Items.class)),
          open(component.getAccessor()));
    }

    /** Its value in a record. */
    Object of(Record record) {
      return call(() -> accessor.invoke(record));
    }

    /** Whether its default hangs on other fields, so that they are read first. */
    boolean waits() {
      return whenMissing.filter(it -> !it.by().isEmpty()).isPresent();
    }
  }
}
