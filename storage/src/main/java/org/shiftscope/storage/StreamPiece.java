package org.shiftscope.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A piece of a share, read part by part: who reads slowly holds half a megabyte, and no connection
 * to the database in between.
 */
final class StreamPiece extends InputStream {

  private final Database database;
  private final ShareId id;
  private final String piece;
  private final int parts;
  private int next;
  private InputStream part = InputStream.nullInputStream();

  private StreamPiece(Database database, ShareId id, String piece, int parts) {
    this.database = database;
    this.id = id;
    this.piece = piece;
    this.parts = parts;
  }

  /** Empty where there is none. */
  static Optional<InputStream> of(Database database, ShareId id, String piece) {
    int parts = database.read(handle -> ReadShares.parts(handle, id, piece));
    return parts == 0 ? Optional.empty() : Optional.of(new StreamPiece(database, id, piece, parts));
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int count = part.read(into, from, most);
    while (count < 0 && next < parts) {
      int number = next++;
      byte[] bytes =
          database
              .read(handle -> ReadShares.part(handle, id, piece, number))
              .orElseThrow(() -> new IOException("The share " + id + " was purged meanwhile."));
      part = new ByteArrayInputStream(bytes);
      count = part.read(into, from, most);
    }
    return count;
  }
}
