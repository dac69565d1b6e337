package org.consentledger.api.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What changed from one text to another, as people read it: by paragraphs, and within a paragraph
 * by words.
 */
public final class PolicyDifferences {

  /** A word with what stands before the next one, so that all of them together are the text. */
  private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

  private PolicyDifferences() {}

  /** What became of a piece of text. */
  public enum Change {
    /** It is in both. */
    SAME,
    /** It is in the older one alone. */
    REMOVED,
    /** It is in the newer one alone. */
    ADDED
  }

  /** A piece of a paragraph. */
  public record Piece(Change change, String text) {}

  /** A paragraph, in pieces. */
  public record Paragraph(List<Piece> pieces) {

    /** Whether anything in it changed. */
    public boolean changed() {
      return pieces.stream().anyMatch(piece -> piece.change() != Change.SAME);
    }
  }

  /** The paragraphs of both texts, in the order of the newer one. */
  public static List<Paragraph> between(String older, String newer) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(paragraphs(older), paragraphs(newer), true).getDeltas()) {
      List<String> before = delta.getSource().getLines();
      List<String> after = delta.getTarget().getLines();
      if (delta.getType() == DeltaType.EQUAL) {
        after.forEach(text -> paragraphs.add(whole(Change.SAME, text)));
        continue;
      }
      int pairs = Math.min(before.size(), after.size());
      for (int i = 0; i < pairs; i++) {
        paragraphs.add(changed(before.get(i), after.get(i)));
      }
      before.stream().skip(pairs).forEach(text -> paragraphs.add(whole(Change.REMOVED, text)));
      after.stream().skip(pairs).forEach(text -> paragraphs.add(whole(Change.ADDED, text)));
    }
    return paragraphs;
  }

  private static Paragraph whole(Change change, String text) {
    return new Paragraph(List.of(new Piece(change, text)));
  }

  private static Paragraph changed(String before, String after) {
    List<Piece> pieces = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(words(before), words(after), true).getDeltas()) {
      boolean same = delta.getType() == DeltaType.EQUAL;
      add(pieces, same ? Change.SAME : Change.REMOVED, delta.getSource().getLines());
      if (!same) {
        add(pieces, Change.ADDED, delta.getTarget().getLines());
      }
    }
    return new Paragraph(pieces);
  }

  private static void add(List<Piece> pieces, Change change, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(change, String.join("", words)));
    }
  }

  private static List<String> paragraphs(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
