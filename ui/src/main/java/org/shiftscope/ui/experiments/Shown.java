package org.shiftscope.ui.experiments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.ReadSearch;
import org.shiftscope.storage.Search;

/**
 * What a person looks for, kept in the address: {@code ?q=} a search, {@code ?state=} a state,
 * {@code ?deleted=true} the bin, {@code ?archived=true} the archive; {@code ?rows=} beside it.
 */
record Shown(String text, Filter filter) {

  /** The parameter with how many rows a person has asked for. */
  static final String ROWS = "rows";

  static final Shown ALL = new Shown("", Filter.ALL);

  /** Which experiments are shown. */
  enum Filter {
    ALL("All experiments", Optional.empty()),
    QUEUED("Queued", Optional.of(ExperimentState.QUEUED)),
    RUNNING("Running", Optional.of(ExperimentState.RUNNING)),
    PAUSED("Paused", Optional.of(ExperimentState.PAUSED)),
    FINISHED("Finished", Optional.of(ExperimentState.FINISHED)),
    FAILED("Failed", Optional.of(ExperimentState.FAILED)),
    CANCELLED("Cancelled", Optional.of(ExperimentState.CANCELLED)),
    ARCHIVE("Archive", Optional.empty()),
    BIN("Bin", Optional.empty());

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum is
    private final Optional<ExperimentState> state;

    Filter(String title, Optional<ExperimentState> state) {
      this.title = title;
      this.state = state;
    }

    String title() {
      return title;
    }

    private Search search() {
      return switch (this) {
        case ALL -> Search.ALL;
        case ARCHIVE -> Search.ARCHIVE;
        case BIN -> Search.BIN;
        case QUEUED, RUNNING, PAUSED, FINISHED, FAILED, CANCELLED ->
            Search.ALL.and("state", state.stream().map(ExperimentState::id).toList());
      };
    }
  }

  static Shown from(Map<String, String> address) {
    Filter filter =
        isTrue(address, "deleted")
            ? Filter.BIN
            : isTrue(address, "archived")
                ? Filter.ARCHIVE
                : Stream.of(Filter.values())
                    .filter(
                        one ->
                            one.state
                                .map(ExperimentState::id)
                                .filter(address.getOrDefault("state", "")::equals)
                                .isPresent())
                    .findFirst()
                    .orElse(Filter.ALL);
    return new Shown(address.getOrDefault("q", ""), filter);
  }

  /** How many rows were asked for by and by; empty for those shown at first. */
  static Optional<Integer> rows(Map<String, String> address) {
    return Optional.ofNullable(address.get(ROWS))
        .filter(text -> text.matches("[1-9]\\d{0,3}"))
        .map(Integer::valueOf);
  }

  private static boolean isTrue(Map<String, String> address, String name) {
    return "true".equals(address.get(name));
  }

  Map<String, String> address() {
    Map<String, String> address = new LinkedHashMap<>();
    if (!text.isBlank()) {
      address.put("q", text);
    }
    filter.state.ifPresent(state -> address.put("state", state.id()));
    if (filter == Filter.BIN) {
      address.put("deleted", "true");
    }
    if (filter == Filter.ARCHIVE) {
      address.put("archived", "true");
    }
    return address;
  }

  /** Whether the text is a search. */
  boolean isSearch() {
    try {
      return !search().terms().isEmpty() || text.isBlank();
    } catch (InvalidSpec refused) {
      return false;
    }
  }

  /**
   * What is asked of the record.
   *
   * @throws org.shiftscope.compute.spec.InvalidSpec where the text is no search
   */
  Search search() {
    return ReadSearch.of(text, "The search").and(filter.search());
  }
}
