package org.consentledger.api.mail.letter;

import org.jspecify.annotations.Nullable;

/** A file that came with a letter, or a letter that was forwarded as one. */
public final class Attachment {

  private final @Nullable String name;
  private final String mediaType;
  private final byte[] content;

  Attachment(@Nullable String name, String mediaType, byte[] content) {
    this.name = name;
    this.mediaType = mediaType;
    this.content = content;
  }

  /** Its name, if it has one; chosen by the sender, and fit for no path. */
  public @Nullable String name() {
    return name;
  }

  /** Its media type as the sender names it, such as {@code application/pdf}. */
  public String mediaType() {
    return mediaType;
  }

  /** How many bytes it has. */
  public int size() {
    return content.length;
  }

  /** Its bytes, decoded. */
  public byte[] content() {
    return content.clone();
  }
}
