package org.shiftscope.compute.trial;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A {@link TrialState} as bytes: every bit of its numbers.
 *
 * <p>(1) A stamp: the version, and a checksum over the names and types of all records that can
 * occur. Another version of Shiftscope, or other records, make another stamp, and the checkpoint is
 * left alone: its trial starts from the beginning. (2) The records, their components in order;
 * which of a sealed interface's records it is goes before it as its place among them, so that no
 * name of a class is ever read. (3) A checksum over all of it.
 */
final class CheckpointBytes {

  /** To be raised where the same records come to mean something else. */
  private static final int VERSION = 1;

  private static final int NUMBERS_AT_ONCE = 8_192;

  private CheckpointBytes() {}

  /** Writes a state; its arrays are not modified. */
  static void write(TrialState state, OutputStream out) throws IOException {
    var checked = new CheckedOutputStream(new BufferedOutputStream(out, 1 << 16), new CRC32C());
    var data = new DataOutputStream(checked);
    data.writeLong(stamp());
    write(data, TrialState.class, state);
    data.writeLong(checked.getChecksum().getValue());
    data.flush();
  }

  /**
   * Reads a state.
   *
   * @param longest length of the longest array that can occur
   * @return empty where it was written by another version
   * @throws IOException where it is damaged, or cannot be read
   */
  static Optional<TrialState> read(InputStream in, int longest) throws IOException {
    var checked = new CheckedInputStream(new BufferedInputStream(in, 1 << 16), new CRC32C());
    var data = new DataInputStream(checked);
    if (data.readLong() != stamp()) {
      return Optional.empty();
    }
    TrialState state = (TrialState) read(data, TrialState.class, longest);
    long expected = checked.getChecksum().getValue();
    if (data.readLong() != expected) {
      throw new IOException("A checkpoint is damaged: its checksum is wrong.");
    }
    return Optional.of(state);
  }

  private static void write(DataOutputStream out, Type type, Object value) throws IOException {
    switch (value) {
      case Integer number -> out.writeInt(number);
      case Long number -> out.writeLong(number);
      case Double number -> out.writeLong(Double.doubleToRawLongBits(number));
      case Boolean flag -> out.writeBoolean(flag);
      case String text -> out.writeUTF(text);
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

  private static Object read(DataInputStream in, Type type, int longest) throws IOException {
    if (type == int.class) {
      return in.readInt();
    } else if (type == long.class) {
      return in.readLong();
    } else if (type == double.class) {
      return Double.longBitsToDouble(in.readLong());
    } else if (type == boolean.class) {
      return in.readBoolean();
    } else if (type == String.class) {
      return in.readUTF();
    } else if (type == double[].class) {
      return readNumbers(in, longest);
    } else if (type instanceof ParameterizedType generic) {
      List<Object> values = new ArrayList<>();
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        values.add(read(in, element(type), longest));
      }
      return generic.getRawType() == Optional.class ? values.stream().findFirst() : values;
    }
    return readRecord(in, (Class<?>) type, longest);
  }

  private static Object readRecord(DataInputStream in, Class<?> declared, int longest)
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
      values[i] = read(in, components[i].getGenericType(), longest);
    }
    return make(kind, components, values);
  }

  private static double[] readNumbers(DataInputStream in, int longest) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > longest) {
      throw new IOException("A checkpoint is damaged: an array of " + length + " numbers.");
    }
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

  private static long stamp() {
    var described = new TreeSet<String>();
    describe(TrialState.class, described);
    var checksum = new CRC32C();
    described.forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
    return (long) VERSION << 32 | checksum.getValue();
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
    }
  }
}
