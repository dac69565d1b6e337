package org.consentledger.core.log.verify;

/**
 * One thing that is wrong with an archive.
 *
 * @param code what kind of thing; codes are for ever
 * @param message what is wrong and where, in one line; it never holds what an event says
 */
public record Finding(Code code, String message) {

  private static final int LONGEST_MESSAGE = 400;

  /** The kinds of things that can be wrong. */
  public enum Code {
    /** The archive, or a file in it, cannot be read. */
    ARCHIVE,
    /** A file is missing, or is one too many. */
    FILE,
    /** The manifest is malformed or says what is not so. */
    MANIFEST,
    /** The log's keys do not follow from one another, or are not those the auditor knows. */
    KEY,
    /** A checkpoint is malformed, or not signed by whom it should be. */
    SIGNATURE,
    /** A size is not what it should be. */
    SIZE,
    /** A bundle or an entry in it is malformed, or its hash is another than that in its tile. */
    ENTRY,
    /** A tile is malformed or holds another hash than the one recomputed. */
    TILE,
    /** The root recomputed is not the one that is signed. */
    ROOT,
    /** The history does not go on from an older checkpoint. */
    CONSISTENCY,
    /** A proof does not lead from the leaf to the signed root. */
    PROOF,
    /** A line is malformed. */
    LINE,
    /** An event is described in another way than in its leaf. */
    EVENT,
    /** A payload is not the one that its leaf commits to. */
    PAYLOAD,
    /** Metadata are not those that their leaf commits to. */
    METADATA,
    /** A leaf stands for an event that is not there. */
    LEAF_WITHOUT_EVENT,
    /** An event claims a leaf that stands for something else. */
    EVENT_WITHOUT_LEAF,
    /** An event has no leaf under the checkpoint. */
    NOT_SEALED,
    /** Events come twice, out of order, or with a gap between their positions. */
    ORDER,
    /** The sequence of an aggregate's events has a hole, or one comes twice. */
    SEQUENCE,
    /** A payload is gone, and the event that removed it is not there. */
    REMOVAL,
    /** A time stamp and its checkpoint do not belong together. */
    TIME_STAMP
  }

  /** Keeps the message on one line, and within bounds. */
  public Finding {
    String line = message.replaceAll("\\p{Cntrl}", "?");
    message = line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }

  @Override
  public String toString() {
    return code + ": " + message;
  }
}
