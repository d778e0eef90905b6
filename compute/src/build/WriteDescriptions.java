import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Takes what Javadoc says of records, their components and the methods of interfaces out of the
 * sources, for the description of the REST interface: what a field means is written once.
 *
 * <p>Run by the build: {@code java WriteDescriptions.java TARGET SOURCES...}. The target is a JSON
 * object, from {@code Outer$Inner} and {@code Outer$Inner#component} with their packages to text.
 */
final class WriteDescriptions {

  private final Map<String, String> found = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    var write = new WriteDescriptions();
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      write.read(Path.of(folder));
    }
    Path target = Path.of(arguments[0]);
    Files.createDirectories(target.getParent());
    Files.writeString(target, write.json());
  }

  private void read(Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.list(folder)) {
      List<Path> java = sources.filter(file -> file.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        String name = unit.getPackageName().toString();
        new Scan(docs).scan(new TreePath(unit), name + ".");
      }
    }
  }

  private final class Scan extends TreePathScanner<Void, String> {

    private final DocTrees docs;

    Scan(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, String prefix) {
      String name = prefix + type.getSimpleName();
      DocCommentTree doc = docs.getDocCommentTree(getCurrentPath());
      if (doc != null) {
        put(name, doc.getFullBody());
        for (DocTree tag : doc.getBlockTags()) {
          if (tag instanceof ParamTree param && !param.isTypeParameter()) {
            put(name + "#" + param.getName(), param.getDescription());
          }
        }
      }
      type.getMembers().forEach(member -> scan(member, name + "$"));
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, String prefix) {
      DocCommentTree doc = docs.getDocCommentTree(getCurrentPath());
      if (doc != null && method.getParameters().isEmpty() && method.getReturnType() != null) {
        String type = prefix.substring(0, prefix.length() - 1);
        put(type + "#" + method.getName(), doc.getFullBody());
      }
      return null;
    }
  }

  private void put(String key, List<? extends DocTree> text) {
    String plain =
        unescaped(text.stream().map(DocTree::toString).collect(Collectors.joining()))
            .replaceAll("\\{@(?:code|literal)\\s+([^}]*)}", "$1")
            .replaceAll("\\{@link(?:plain)?\\s+[^}\\s]+\\s+([^}]*)}", "$1")
            .replaceAll("\\{@link(?:plain)?\\s+[^}\\s]*?([\\w]+)}", "$1")
            .replaceAll("<p>", "\n\n")
            .replaceAll("</?[a-z]+>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
            .replaceAll("(?<!\\n)\\n(?!\\n)", " ")
            .strip();
    if (!plain.isEmpty()) {
      found.putIfAbsent(key, plain);
    }
  }

  /** The trees print what is not ASCII as \\u and four digits. */
  private static String unescaped(String text) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(text)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(code.group(1), 16))));
  }

  private String json() {
    return found.entrySet().stream()
        .map(entry -> "  " + quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", " ")
        + '"';
  }
}
