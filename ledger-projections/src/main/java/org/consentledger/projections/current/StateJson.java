package org.consentledger.projections.current;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.consentledger.core.eventstore.LedgerJson;

/**
 * States as text. A state that cannot be read stops the reader: nothing may be decided on half a
 * state.
 */
public final class StateJson {

  private final JsonMapper mapper = LedgerJson.mapper();

  /** A state as text. */
  public String write(Object state) {
    try {
      return mapper.writeValueAsString(state);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A state could not be written.", failure);
    }
  }

  /** The state in a text. */
  public <T> T read(String text, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A state could not be read; rebuild what keeps it.", failure);
    }
  }
}
