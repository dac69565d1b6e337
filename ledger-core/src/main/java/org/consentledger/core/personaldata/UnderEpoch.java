package org.consentledger.core.personaldata;

import com.google.crypto.tink.Aead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Something that the key of an epoch wraps, as it was found. */
final class UnderEpoch {

  private final int epoch;
  private final byte[] content;

  private UnderEpoch(int epoch, byte[] content) {
    this.epoch = epoch;
    this.content = content;
  }

  /** Takes it from a row that names its epoch. */
  static UnderEpoch of(ResultSet row, String column) throws SQLException {
    return new UnderEpoch(row.getInt("epoch"), row.getBytes(column));
  }

  /**
   * Opens what is found. Between the look and the opening it may be wrapped anew, and the key of
   * its epoch destroyed; so it is looked for once more.
   */
  static <T> Optional<T> open(
      EpochKeys keys, Supplier<Optional<UnderEpoch>> look, BiFunction<Aead, byte[], T> opening) {
    Optional<UnderEpoch> found = look.get();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return found
        .flatMap(first -> first.opened(keys, opening))
        .or(() -> look.get().flatMap(second -> second.opened(keys, opening)))
        .or(
            () -> {
              throw new IllegalStateException("The key of its epoch was destroyed.");
            });
  }

  private <T> Optional<T> opened(EpochKeys keys, BiFunction<Aead, byte[], T> opening) {
    return keys.find(epoch).map(key -> opening.apply(key, content));
  }
}
