package org.shiftscope.compute.stage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;

/**
 * Any tree of records as bytes: every bit of its numbers. Records are their components in order;
 * which of a sealed interface's records it is goes before it as its place among them, so that no
 * name of a class is ever read. {@link #stamp} tells records that have changed.
 */
final class RecordBytes {

  private static final int NUMBERS_AT_ONCE = 8_192;

  private RecordBytes() {}

  /** Writes a value of a type; its arrays are not modified. */
  static void write(DataOutputStream out, Type type, Object value) throws IOException {
    switch (value) {
      case Integer number -> out.writeInt(number);
      case Long number -> out.writeLong(number);
      case Double number -> out.writeLong(Double.doubleToRawLongBits(number));
      case Boolean flag -> out.writeBoolean(flag);
      case String text -> out.writeUTF(text);
      case Enum<?> constant -> out.writeUTF(constant.name());
      case byte[] bytes -> {
        out.writeInt(bytes.length);
        out.write(bytes);
      }
      case double[] numbers -> writeNumbers(out, numbers);
      case Optional<?> optional -> writeAll(out, type, optional.stream().toList());
      case List<?> list -> writeAll(out, type, list);
      case Record content -> writeRecord(out, (Class<?>) type, content);
      default -> throw new IllegalArgumentException("Checkpoints cannot hold " + type);
    }
  }

  private static void writeAll(DataOutputStream out, Type type, List<?> values) throws IOException {
    out.writeInt(values.size());
    for (Object value : values) {
      write(out, element(type), value);
    }
  }

  private static void writeRecord(DataOutputStream out, Class<?> declared, Record content)
      throws IOException {
    if (declared.isSealed()) {
      out.writeByte(Arrays.asList(declared.getPermittedSubclasses()).indexOf(content.getClass()));
    }
    for (RecordComponent component : content.getClass().getRecordComponents()) {
      write(out, component.getGenericType(), valueOf(component, content));
    }
  }

  private static void writeNumbers(DataOutputStream out, double[] numbers) throws IOException {
    out.writeInt(numbers.length);
    ByteBuffer bytes = ByteBuffer.allocate(NUMBERS_AT_ONCE * Double.BYTES);
    for (int first = 0; first < numbers.length; first += NUMBERS_AT_ONCE) {
      int count = Math.min(NUMBERS_AT_ONCE, numbers.length - first);
      bytes.asDoubleBuffer().put(numbers, first, count);
      out.write(bytes.array(), 0, count * Double.BYTES);
    }
  }

  /**
   * Reads a value of a type.
   *
   * @param left bytes that are left: no array is made that they could not fill
   * @throws IOException where these are no bytes of such a value
   */
  static Object read(DataInputStream in, LongSupplier left, Type type) throws IOException {
    if (type == int.class || type == Integer.class) {
      return in.readInt();
    } else if (type == long.class || type == Long.class) {
      return in.readLong();
    } else if (type == double.class || type == Double.class) {
      return Double.longBitsToDouble(in.readLong());
    } else if (type == boolean.class) {
      return in.readBoolean();
    } else if (type == String.class) {
      return in.readUTF();
    } else if (type == byte[].class) {
      return in.readNBytes(length(in, left, 1));
    } else if (type == double[].class) {
      return readNumbers(in, length(in, left, Double.BYTES));
    } else if (type instanceof ParameterizedType generic) {
      int size = length(in, left, 1);
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        values.add(read(in, left, element(type)));
      }
      return generic.getRawType() == Optional.class ? values.stream().findFirst() : values;
    } else if (type instanceof Class<?> found && found.isEnum()) {
      return constant(found, in.readUTF());
    }
    return readRecord(in, left, (Class<?>) type);
  }

  private static Object constant(Class<?> found, String name) throws IOException {
    for (Object constant : found.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IOException("A checkpoint is damaged: " + found + " has no " + name);
  }

  private static int length(DataInputStream in, LongSupplier left, int each) throws IOException {
    int length = in.readInt();
    if (length < 0 || (long) length * each > left.getAsLong()) {
      throw new IOException("A checkpoint is damaged: an array of " + length + " numbers.");
    }
    return length;
  }

  private static Object readRecord(DataInputStream in, LongSupplier left, Class<?> declared)
      throws IOException {
    Class<?> kind = declared;
    if (declared.isSealed()) {
      Class<?>[] kinds = declared.getPermittedSubclasses();
      int place = in.readUnsignedByte();
      if (place >= kinds.length) {
        throw new IOException("A checkpoint is damaged: " + declared + " has no kind " + place);
      }
      kind = kinds[place];
    }
    RecordComponent[] components = kind.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = read(in, left, components[i].getGenericType());
    }
    return make(kind, components, values);
  }

  private static double[] readNumbers(DataInputStream in, int length) throws IOException {
    double[] numbers = new double[length];
    ByteBuffer bytes = ByteBuffer.allocate(NUMBERS_AT_ONCE * Double.BYTES);
    for (int first = 0; first < length; first += NUMBERS_AT_ONCE) {
      int count = Math.min(NUMBERS_AT_ONCE, length - first);
      in.readFully(bytes.array(), 0, count * Double.BYTES);
      bytes.asDoubleBuffer().get(numbers, first, count);
    }
    return numbers;
  }

  private static Type element(Type generic) {
    return ((ParameterizedType) generic).getActualTypeArguments()[0];
  }

  private static Object valueOf(RecordComponent component, Record content) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(content);
    } catch (ReflectiveOperationException impossible) {
      // Records have accessors, and those of checkpoints do nothing but return.
      throw new IllegalStateException(impossible);
    }
  }

  private static Object make(Class<?> kind, RecordComponent[] components, Object[] values)
      throws IOException {
    try {
      Constructor<?> constructor =
          kind.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException refused) {
      throw new IOException("A checkpoint is damaged: it makes no " + kind, refused);
    }
  }

  /** A checksum over the names and types of all records that can occur in a type. */
  static long stamp(Type type) {
    var described = new TreeSet<String>();
    describe(type, described);
    var checksum = new CRC32C();
    described.forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
    return checksum.getValue();
  }

  private static void describe(Type type, TreeSet<String> described) {
    if (type instanceof ParameterizedType) {
      describe(element(type), described);
    } else if (type instanceof Class<?> found && found.isSealed()) {
      if (described.add(found.getName() + Arrays.toString(found.getPermittedSubclasses()))) {
        Arrays.stream(found.getPermittedSubclasses()).forEach(kind -> describe(kind, described));
      }
    } else if (type instanceof Class<?> found && found.isRecord()) {
      if (described.add(found.getName() + Arrays.toString(found.getRecordComponents()))) {
        Arrays.stream(found.getRecordComponents())
            .forEach(component -> describe(component.getGenericType(), described));
      }
    } else if (type instanceof Class<?> found && found.isEnum()) {
      described.add(found.getName() + Arrays.toString(found.getEnumConstants()));
    }
  }
}
