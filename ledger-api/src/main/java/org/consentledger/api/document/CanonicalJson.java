package org.consentledger.api.document;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * JSON in the one form that is signed (RFC 8785): members in the order of their UTF-16 units, no
 * white space, UTF-8. Of numbers, documents have whole ones only.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  /** The bytes of a document. */
  public static byte[] bytes(JsonNode node) {
    StringBuilder json = new StringBuilder(2048);
    write(node, json);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode node, StringBuilder json) {
    if (node.isObject()) {
      writeObject(node, json);
    } else if (node.isArray()) {
      writeArray(node, json);
    } else if (node.isString()) {
      quote(node.stringValue(), json);
    } else if (node.isBoolean() || node.isIntegralNumber()) {
      json.append(node.asString());
    } else {
      throw new IllegalArgumentException("A document has no " + node.getNodeType() + ".");
    }
  }

  private static void writeObject(JsonNode object, StringBuilder json) {
    json.append('{');
    String separator = "";
    for (String name : new TreeSet<>(object.propertyNames())) {
      json.append(separator);
      quote(name, json);
      json.append(':');
      write(object.get(name), json);
      separator = ",";
    }
    json.append('}');
  }

  private static void writeArray(JsonNode array, StringBuilder json) {
    json.append('[');
    for (Iterator<JsonNode> elements = array.iterator(); elements.hasNext(); ) {
      write(elements.next(), json);
      if (elements.hasNext()) {
        json.append(',');
      }
    }
    json.append(']');
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"', '\\' -> json.append('\\').append(character);
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> {
          if (character < ' ') {
            json.append("\\u00").append(character < 0x10 ? "0" : "");
            json.append(Integer.toHexString(character));
          } else {
            json.append(character);
          }
        }
      }
    }
    json.append('"');
  }
}
