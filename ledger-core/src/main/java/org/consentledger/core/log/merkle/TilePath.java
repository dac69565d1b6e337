package org.consentledger.core.log.merkle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where a tile lies, as C2SP's tlog-tiles names it: {@code tile/<L>/<N>[.p/<W>]} for hashes and
 * {@code tile/entries/<N>[.p/<W>]} for the entries below them.
 *
 * @param level the level of the hashes, from 0 to 63; {@link #ENTRIES} for a bundle of entries
 * @param index the index of the tile in its level, from 0
 * @param width how many hashes or entries it holds; 256 where it is full
 */
public record TilePath(int level, long index, int width) {

  /** The level that stands for bundles of entries. */
  public static final int ENTRIES = -1;

  /** How many hashes or entries a full tile holds. */
  public static final int FULL = 256;

  /** How many rows of the tree one tile spans: 2^8 = 256. */
  public static final int HEIGHT = 8;

  private static final int HIGHEST_LEVEL = 63;
  private static final long GROUP = 1000;

  private static final Pattern FORM =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  /** Refuses a tile that cannot be. */
  public TilePath {
    if (level < ENTRIES || level > HIGHEST_LEVEL || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "No tile has level " + level + ", index " + index + " and width " + width + ".");
    }
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException if it is not in the one form that its tile has
   */
  public static TilePath parse(String path) {
    Matcher parts = FORM.matcher(path);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not the path of a tile.");
    }
    int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
    long index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
    String width = parts.group(3);
    TilePath tile = new TilePath(level, index, width == null ? FULL : Integer.parseInt(width));
    if (!tile.toString().equals(path)) {
      throw new IllegalArgumentException("The path of a tile in another form than " + tile + ".");
    }
    return tile;
  }

  /** How many full tiles a level has, in a tree of that size. */
  public static long fullTiles(int level, long size) {
    return hashes(level, size) / FULL;
  }

  /** How wide the partial tile at the end of a level is, in a tree of that size; 0 for none. */
  public static int partialWidth(int level, long size) {
    return (int) (hashes(level, size) % FULL);
  }

  /** All tiles and bundles of a tree of that size: first the entries, then level by level. */
  public static Stream<TilePath> all(long size) {
    return IntStream.rangeClosed(ENTRIES, HIGHEST_LEVEL)
        .takeWhile(level -> hashes(level, size) > 0)
        .boxed()
        .flatMap(level -> ofLevel(level, size));
  }

  /** Whether a tree of that size has this tile, as wide as it is. */
  public boolean isPartOf(long size) {
    long full = fullTiles(level, size);
    return width == FULL ? index < full : index == full && width == partialWidth(level, size);
  }

  /** Whether it holds entries and no hashes. */
  public boolean isEntries() {
    return level == ENTRIES;
  }

  /** The path. */
  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    for (long rest = index; ; rest /= GROUP) {
      path.insert(0, digits(rest % GROUP));
      if (rest < GROUP) {
        break;
      }
      path.insert(0, "/");
    }
    // All groups but the last carry an x.
    for (int end = path.lastIndexOf("/"); end >= 0; end = path.lastIndexOf("/", end - 1)) {
      path.insert(end - 3, 'x');
    }
    path.insert(0, "tile/" + (isEntries() ? "entries" : level) + "/");
    return width == FULL ? path.toString() : path.append(".p/").append(width).toString();
  }

  private static Stream<TilePath> ofLevel(int level, long size) {
    Stream<TilePath> full =
        LongStream.range(0, fullTiles(level, size))
            .mapToObj(index -> new TilePath(level, index, FULL));
    int partial = partialWidth(level, size);
    return partial == 0
        ? full
        : Stream.concat(full, Stream.of(new TilePath(level, fullTiles(level, size), partial)));
  }

  private static long hashes(int level, long size) {
    int shift = HEIGHT * Math.max(level, 0);
    return shift < Long.SIZE ? size >>> shift : 0;
  }

  private static String digits(long group) {
    return String.valueOf(GROUP + group).substring(1);
  }
}
