import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the Python client as a wheel (PyPA's binary distribution format 1.0), which is a zip with
 * three small files beside the sources: so the build needs no Python and no network. The same
 * sources give the same bytes.
 *
 * <p>Run by the build: {@code java BuildWheel.java HERE MAVEN_VERSION TARGET_FOLDER}.
 */
final class BuildWheel {

  private static final LocalDateTime ALWAYS = LocalDateTime.of(2020, 1, 1, 0, 0);

  private BuildWheel() {}

  public static void main(String[] arguments) throws Exception {
    Path here = Path.of(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    String project = Files.readString(here.resolve("pyproject.toml"));
    String version = version(project, arguments[1]);
    Map<String, byte[]> files = files(here.resolve("src"));
    String info = "shiftscope-" + version + ".dist-info/";
    files.put(info + "METADATA", utf8(metadata(project, version, here)));
    files.put(
        info + "WHEEL",
        utf8("Wheel-Version: 1.0\nGenerator: BuildWheel\nRoot-Is-Purelib: true\nTag: py3-none-any\n"));
    files.put(info + "RECORD", utf8(record(files, info)));
    Files.write(folder.resolve("shiftscope-" + version + "-py3-none-any.whl"), zip(files));
  }

  /** Maven's version in Python's words, which must be the one that pyproject.toml has. */
  private static String version(String project, String maven) {
    String version = maven.replace("-SNAPSHOT", ".dev0");
    String written = field(project, "version");
    if (!written.equals(version)) {
      throw new IllegalStateException(
          "clients/python/pyproject.toml has version " + written + ": set it to " + version + ".");
    }
    return version;
  }

  private static String field(String project, String name) {
    Matcher field = Pattern.compile("(?m)^" + name + " = \"(.*)\"$").matcher(project);
    if (!field.find()) {
      throw new IllegalStateException("pyproject.toml has no " + name);
    }
    return field.group(1);
  }

  private static Map<String, byte[]> files(Path sources) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(sources)) {
      for (Path file : found.filter(BuildWheel::belongs).toList()) {
        files.put(
            sources.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static boolean belongs(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".py") || name.equals("py.typed");
  }

  private static String metadata(String project, String version, Path here) throws IOException {
    return """
    Metadata-Version: 2.1
    Name: shiftscope
    Version: %s
    Summary: %s
    License: Apache-2.0
    Requires-Python: %s
    Provides-Extra: frames
    Requires-Dist: pandas; extra == "frames"
    Provides-Extra: arrays
    Requires-Dist: numpy; extra == "arrays"
    Description-Content-Type: text/markdown

    """
            .formatted(version, field(project, "description"), field(project, "requires-python"))
        + Files.readString(here.resolve("README.md"));
  }

  private static String record(Map<String, byte[]> files, String info) {
    return Stream.concat(
            files.entrySet().stream()
                .map(
                    file ->
                        file.getKey()
                            + ",sha256="
                            + hash(file.getValue())
                            + ","
                            + file.getValue().length),
            List.of(info + "RECORD,,").stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String hash(byte[] bytes) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException(none);
    }
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
