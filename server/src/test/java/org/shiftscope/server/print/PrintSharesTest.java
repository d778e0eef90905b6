package org.shiftscope.server.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;
import org.shiftscope.server.picture.DrawPicture;

@Timeout(60)
class PrintSharesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicInteger made = new AtomicInteger();

  private PrintShares print(Function<PrintedShare, byte[]> set) {
    return new PrintShares(
        new DrawPicture(),
        now::get,
        share -> {
          made.incrementAndGet();
          return set.apply(share);
        });
  }

  private static PrintedShare share(int view, String page) {
    return PrintedViews.of("hash " + view, page, "");
  }

  @Test
  void manyWhoAskAtOnceForOneViewHaveOnePdf() {
    PrintShares print = print(share -> new byte[5 << 20]);
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<byte[]>> answers =
          IntStream.range(0, 10)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> print.of(share(0, "page"), PATIENCE), readers))
              .toList();
      byte[] first = answers.getFirst().join();
      assertThat(answers).allMatch(answer -> answer.join() == first);
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void thoseThatWereAskedForLastAreKept() {
    PrintShares print = print(share -> new byte[1]);
    byte[] first = print.of(share(0, "page"), PATIENCE);
    for (int view = 1; view < 20; view++) {
      print.of(share(view, "page"), PATIENCE);
      assertThat(print.of(share(0, "page"), PATIENCE)).isSameAs(first);
    }
    assertThat(made).hasValue(20);
    print.of(share(1, "page"), PATIENCE);
    assertThat(made).hasValue(21);
  }

  @Test
  void aVeryLargeOneIsKeptAlone() {
    PrintShares print = print(share -> new byte[40 << 20]);
    byte[] first = print.of(share(0, "page"), PATIENCE);
    assertThat(print.of(share(0, "page"), PATIENCE)).isSameAs(first);
    print.of(share(1, "page"), PATIENCE);
    assertThat(print.of(share(0, "page"), PATIENCE)).isNotSameAs(first);
  }

  @Test
  void aViewThatFailsIsLeftAloneForSomeMinutesByWhateverAddress() {
    PrintShares print =
        print(
            share -> {
              throw new IllegalStateException("A PDF was not made");
            });
    assertThatThrownBy(() -> print.of(share(0, "page"), PATIENCE))
        .isInstanceOf(IllegalStateException.class);
    for (String page : List.of("page", "other")) {
      assertThatThrownBy(() -> print.of(share(0, page), PATIENCE))
          .isInstanceOfSatisfying(
              NoAnswer.class,
              refused -> assertThat(refused.after()).isEqualTo(Duration.ofSeconds(301)));
    }
    assertThat(made).hasValue(1);
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(5)));
    assertThatThrownBy(() -> print.of(share(0, "page"), PATIENCE))
        .isInstanceOf(IllegalStateException.class);
    assertThat(made).hasValue(2);
  }
}
