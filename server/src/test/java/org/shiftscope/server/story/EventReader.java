package org.shiftscope.server.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.shiftscope.server.story.Sweep.Settled;

/**
 * One reader of the streams of events, by a socket of its own: it follows a sweep until nothing
 * happens to it any more, comparing what it hears with what the record lists, then another.
 */
final class EventReader {

  /** How it reads. */
  enum Manner {
    /** Stays, and reads what comes. */
    STAYS,
    /** Goes after some events, and comes back with the number of the last. */
    COMES_BACK,
    /** Reads slowly, by a socket that holds little. */
    SLOW
  }

  private static final int PATIENCE_MILLIS = 60_000;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final int LITTLE = 2_048;
  private static final int MOST_EVENTS = 12;
  private static final long SLOWNESS_MILLIS = 400;

  private final URI server;
  private final Manner manner;
  private final Random random;
  private final List<String> complaints = new ArrayList<>();
  private final TreeMap<String, Integer> kinds = new TreeMap<>();
  private long events;
  private long connections;
  private int followed;

  EventReader(URI server, Manner manner, long seed) {
    this.server = server;
    this.manner = manner;
    this.random = new Random(seed);
  }

  /** What it heard that was wrong. */
  List<String> complaints() {
    return complaints;
  }

  /** How many events of each kind it heard. */
  TreeMap<String, Integer> kinds() {
    return kinds;
  }

  /** How many lasting events it heard. */
  long events() {
    return events;
  }

  /** How often it connected. */
  long connections() {
    return connections;
  }

  /** How many sweeps it followed to their ends. */
  int followed() {
    return followed;
  }

  /** Follows one sweep. */
  void follow(Sweep sweep) {
    var one = new Following(sweep);
    try {
      while (!one.isOver()) {
        connect(one);
      }
      one.compare();
    } catch (IOException | InterruptedException broken) {
      complaints.add(manner + " reader of " + sweep.id() + ": " + broken);
    }
    events += one.heard.size();
    followed++;
  }

  private void connect(Following one) throws IOException, InterruptedException {
    connections++;
    try (var socket = new Socket()) {
      if (manner == Manner.SLOW) {
        socket.setReceiveBufferSize(LITTLE);
      }
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
      socket.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(one.request().getBytes(StandardCharsets.US_ASCII));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), LITTLE);
      if (one.isAccepted(in)) {
        read(one, in);
      }
    }
  }

  private void read(Following one, BufferedReader in) throws IOException, InterruptedException {
    int left = manner == Manner.COMES_BACK ? 1 + random.nextInt(MOST_EVENTS) : Integer.MAX_VALUE;
    String id = "";
    for (String line = in.readLine(); line != null && left > 0; line = in.readLine()) {
      if (line.startsWith("id: ")) {
        id = line.substring("id: ".length());
      } else if (line.startsWith("event: ")) {
        kinds.merge(line.substring("event: ".length()), 1, Integer::sum);
        one.gone |= line.endsWith("experiment-purged");
        left--;
      } else if (line.isEmpty()) {
        if (!id.isEmpty()) {
          one.hear(Long.parseLong(id));
        }
        id = "";
        if (one.isOver()) {
          return;
        }
        if (manner == Manner.SLOW && one.sweep.settled().isEmpty()) {
          Thread.sleep(SLOWNESS_MILLIS); // it is slow
        }
      }
    }
  }

  /** What was heard of one sweep. */
  private final class Following {

    final Sweep sweep;
    final List<Long> heard = new ArrayList<>();
    boolean gone;

    /** It was not listening when the sweep was purged. */
    private boolean away;

    private long overdue = Long.MAX_VALUE;

    Following(Sweep sweep) {
      this.sweep = sweep;
    }

    String request() {
      return "GET "
          + sweep.path()
          + "/events HTTP/1.0\r\nHost: "
          + server.getAuthority()
          + "\r\nAccept: text/event-stream\r\n"
          + (heard.isEmpty() ? "" : "Last-Event-ID: " + heard.getLast() + "\r\n")
          + "\r\n";
    }

    /** Reads the head of the answer. Of an experiment that was purged there is none. */
    boolean isAccepted(BufferedReader in) throws IOException {
      String status = in.readLine();
      for (String line = status; line != null && !line.isEmpty(); line = in.readLine()) {}
      if (status != null && status.contains(" 200 ")) {
        return true;
      }
      if (status != null && status.contains(" 404 ")) {
        gone = true;
        away = true;
        return false;
      }
      throw new IOException("answered with " + status);
    }

    void hear(long number) {
      if (!heard.isEmpty() && number <= heard.getLast()) {
        complaints.add(
            manner + " reader of " + sweep.id() + ": " + number + " after " + heard.getLast());
      }
      heard.add(number);
    }

    /** All was heard that there is, or it is long overdue. */
    boolean isOver() {
      if (gone) {
        return true;
      }
      if (sweep.settled().isEmpty()) {
        return false;
      }
      if (overdue == Long.MAX_VALUE) {
        overdue = System.nanoTime() + PATIENCE_NANOS;
      }
      Settled settled = sweep.settled().get();
      boolean all =
          !settled.purged() && !heard.isEmpty() && heard.getLast() >= settled.events().getLast();
      return all || System.nanoTime() > overdue;
    }

    /** Nobody tells a reader who was away what came last before a purge. */
    void compare() throws InterruptedException {
      long until = System.nanoTime() + PATIENCE_NANOS;
      while (sweep.settled().isEmpty() && System.nanoTime() < until) {
        Thread.sleep(20); // it is purged, and its last events are told in a moment
      }
      List<Long> listed = sweep.settled().map(Settled::events).orElse(List.of());
      boolean fewer = away && heard.size() < listed.size();
      List<Long> wanted = fewer ? listed.subList(0, heard.size()) : listed;
      if (!heard.equals(wanted)) {
        complaints.add(
            manner + " reader of " + sweep.id() + " heard " + heard + ", listed are " + listed);
      }
    }
  }
}
