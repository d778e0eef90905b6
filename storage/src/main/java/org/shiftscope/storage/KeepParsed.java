package org.shiftscope.storage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.cache.JdbiCache;
import org.jdbi.v3.core.cache.JdbiCacheBuilder;
import org.jdbi.v3.core.cache.JdbiCacheLoader;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * Where Jdbi keeps the statements that it has parsed: a map that stays whole where memory runs out.
 * The list of its own may be left broken, and then refuses one statement for good.
 */
final class KeepParsed implements JdbiCacheBuilder {

  /** Statements; that many texts are not in the program, but lists of values have any length. */
  private static final int MOST = 1_000;

  private KeepParsed() {}

  /** Of a database, from its first statement on. */
  static Jdbi by(Jdbi jdbi) {
    return jdbi.configure(
        SqlStatements.class,
        statements ->
            statements
                .setTemplateCache(new KeepParsed())
                .setSqlParser(new ColonPrefixSqlParser(new KeepParsed())));
  }

  @Override
  public <K, V> JdbiCache<K, V> build() {
    return new Kept<>(null);
  }

  @Override
  public <K, V> JdbiCache<K, V> buildWithLoader(JdbiCacheLoader<K, V> loader) {
    return new Kept<>(loader);
  }

  @Override
  public JdbiCacheBuilder maxSize(int size) {
    return this;
  }

  private static final class Kept<K, V> implements JdbiCache<K, V> {

    private final Map<K, V> kept = new ConcurrentHashMap<>();
    private final @Nullable JdbiCacheLoader<K, V> loader;

    Kept(@Nullable JdbiCacheLoader<K, V> loader) {
      this.loader = loader;
    }

    @Override
    public @Nullable V get(K key) {
      return loader == null ? kept.get(key) : getWithLoader(key, loader);
    }

    @Override
    public V getWithLoader(K key, JdbiCacheLoader<K, V> loader) {
      V known = kept.get(key);
      if (known != null) {
        return known;
      }
      V made = loader.create(key);
      if (kept.size() >= MOST) {
        kept.clear();
      }
      kept.put(key, made);
      return made;
    }

    @Override
    public <T> @Nullable T getStats() {
      return null;
    }
  }
}
