package org.consentledger.api.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.CheckpointCopies;
import org.consentledger.core.log.Testimony;
import org.consentledger.core.log.note.SignedNote;

/**
 * All that is known outside of what was signed: the copy beside the key, the largest checkpoint in
 * the directory, and what witnesses were heard to say.
 */
final class OutsideCopies implements CheckpointCopies {

  private final CheckpointCopies here;
  private final Optional<CheckpointDirectory> directory;
  private final CopyStates states;
  private final List<Place> places;

  OutsideCopies(
      CheckpointCopies here,
      Optional<CheckpointDirectory> directory,
      CopyStates states,
      List<Place> places) {
    this.here = here;
    this.directory = directory;
    this.states = states;
    this.places = places;
  }

  @Override
  public List<SignedNote> known() {
    List<SignedNote> known = new ArrayList<>(here.known());
    directory.flatMap(CheckpointDirectory::largest).ifPresent(known::add);
    return known;
  }

  @Override
  public List<Testimony> testimonies() {
    return states.testimonies(places);
  }

  /** What goes farther is carried there by {@link Deliveries}, when the places take it. */
  @Override
  public void keep(SignedNote checkpoint) {
    here.keep(checkpoint);
  }
}
