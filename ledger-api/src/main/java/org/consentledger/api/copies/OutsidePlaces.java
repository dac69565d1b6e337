package org.consentledger.api.copies;

import java.util.List;
import java.util.Optional;
import org.consentledger.core.log.CheckpointCopies;
import org.consentledger.core.log.note.VerifierKey;

/** The places outside that were named, and what they know of the log. */
public final class OutsidePlaces {

  private final List<Place> places;
  private final List<VerifierKey> witnesses;
  private final int quorum;
  private final Optional<CheckpointDirectory> directory;
  private final CopyStates states;

  OutsidePlaces(
      List<Place> places,
      List<VerifierKey> witnesses,
      int quorum,
      Optional<CheckpointDirectory> directory,
      CopyStates states) {
    this.places = List.copyOf(places);
    this.witnesses = List.copyOf(witnesses);
    this.quorum = quorum;
    this.directory = directory;
    this.states = states;
  }

  /** The copies that are kept here, besides those at the places outside. */
  public CheckpointCopies besides(CheckpointCopies here) {
    return places.isEmpty() ? here : new OutsideCopies(here, directory, states, places);
  }

  List<Place> places() {
    return places;
  }

  /** The keys of the witnesses. */
  List<VerifierKey> witnesses() {
    return witnesses;
  }

  /** How many witnesses are enough. */
  int quorum() {
    return quorum;
  }
}
