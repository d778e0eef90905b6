package org.shiftscope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README, the changelog and the pages of docs point at is there. */
final class DocumentationTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)");

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<String> links = pages().flatMap(page -> links(page)).toList();

    assertThat(links).hasSizeGreaterThan(100);
    assertThat(links.stream().filter(link -> !Files.exists(Path.of(link)))).isEmpty();
  }

  private static Stream<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .toList()
          .stream();
    }
  }

  private static Stream<String> links(Path page) {
    try {
      return LINK
          .matcher(Files.readString(page))
          .results()
          .map(link -> page.resolveSibling(link.group(1)).normalize().toString())
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
