package org.consentledger.core.eventstore;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Axon's Jackson serializer with stored names instead of class names. A name that nobody knows
 * stops the reader.
 */
public final class EventSerializer extends JacksonSerializer {

  /** A serializer with a mapper of its own. */
  public EventSerializer() {
    super(JacksonSerializer.builder().objectMapper(LedgerJson.mapper()));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(Class type) {
    SerializedType byClass = super.typeForClass(type);
    return EventNames.nameOf((Class<?>) type)
        .<SerializedType>map(name -> new SimpleSerializedType(name, byClass.getRevision()))
        .orElse(byClass);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class classForType(SerializedType type) {
    if (type.getName().indexOf('.') > 0 && Character.isLowerCase(type.getName().charAt(0))) {
      return EventNames.classOf(type.getName()).orElseGet(() -> byClassName(type));
    }
    return super.classForType(type);
  }

  /**
   * Axon's own messages and tokens keep their class names; anything else is an event that this
   * version does not know.
   */
  private Class<?> byClassName(SerializedType type) {
    if (type.getName().startsWith("org.axonframework.") || type.getName().startsWith("java.")) {
      return super.classForType(type);
    }
    throw new SerializationException("This version knows no event named " + type.getName() + ".");
  }
}
