package org.consentledger.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consentledger.core.decision.ReasonCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says of a record what its Java says: what is not {@link Nullable} is always there. An enumeration
 * gets the meanings of its constants.
 */
final class RecordSchemas implements ModelConverter {
  private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Class<?> described = Json31.mapper().constructType(type.getType()).getRawClass();
    if (JsonNode.class.isAssignableFrom(described)) {
      return described == ObjectNode.class ? anyObject() : new Schema<>();
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    if (schema != null) {
      Schema<?> definition = definition(schema, described, context);
      if (described.isEnum()) {
        describe(definition, described);
      } else if (described.isRecord() && definition.getProperties() != null) {
        complete(definition, described);
      }
    }
    return schema;
  }

  private static Schema<?> anyObject() {
    Schema<?> object = new Schema<>();
    object.setTypes(Set.of("object"));
    return object;
  }

  private Schema<?> definition(
      Schema<?> schema, Class<?> described, ModelConverterContext context) {
    String reference = schema.get$ref();
    if (reference == null) {
      return schema;
    }
    String name = name(reference);
    Class<?> first = named.putIfAbsent(name, described);
    if (first != null && first != described) {
      throw new IllegalStateException(
          first + " and " + described + " are both called " + name + "; see @Schema(name).");
    }
    Schema<?> definition = context.getDefinedModels().get(name);
    return definition == null ? schema : definition;
  }

  private static void complete(Schema<?> schema, Class<?> described) {
    List<String> required = new ArrayList<>();
    for (RecordComponent component : described.getRecordComponents()) {
      Schema<?> property = schema.getProperties().get(component.getName());
      if (property == null) {
        continue;
      }
      if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
        property.setTypes(Set.of("object"));
      }
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean always = inclusion(component, described) == JsonInclude.Include.ALWAYS;
      if (always && nullable) {
        schema.getProperties().put(component.getName(), orNull(property));
      }
      if (always || (!nullable && !isLeftOutIfEmpty(component, described))) {
        required.add(component.getName());
      }
    }
    schema.setRequired(required.isEmpty() ? null : required);
  }

  private static boolean isLeftOutIfEmpty(RecordComponent component, Class<?> described) {
    return inclusion(component, described) == JsonInclude.Include.NON_EMPTY
        && (Collection.class.isAssignableFrom(component.getType())
            || Map.class.isAssignableFrom(component.getType()));
  }

  private static JsonInclude.Include inclusion(RecordComponent component, Class<?> described) {
    JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
    JsonInclude all = described.getAnnotation(JsonInclude.class);
    JsonInclude said = own == null ? all : own;
    return said == null ? JsonInclude.Include.USE_DEFAULTS : said.value();
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() == null && property.getTypes() != null) {
      Set<String> types = new LinkedHashSet<>(property.getTypes());
      types.add("null");
      property.setTypes(types);
      return property;
    }
    if (property.get$ref() == null) {
      return property;
    }
    Schema<?> either = new Schema<>();
    either.setDescription(property.getDescription());
    either.addAnyOfItem(new Schema<>().$ref(property.get$ref()));
    either.addAnyOfItem(new Schema<>().types(Set.of("null")));
    return either;
  }

  private static String name(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static void describe(Schema<?> schema, Class<?> enumeration) {
    String description = schema.getDescription();
    if (description == null || description.contains("\n")) {
      return;
    }
    Map<String, String> meanings = MarkdownJavadoc.meanings(enumeration);
    StringBuilder text = new StringBuilder(description).append('\n');
    for (Object constant : enumeration.getEnumConstants()) {
      String meaning =
          constant instanceof ReasonCode reason
              ? reason.detail() + " (Clause " + reason.clause() + ".)"
              : meanings.get(((Enum<?>) constant).name());
      if (meaning != null) {
        text.append("\n- `").append(sent(constant)).append("`: ").append(meaning);
      }
    }
    schema.setDescription(text.toString().strip());
  }

  private static Object sent(Object constant) {
    for (Method method : constant.getClass().getDeclaredMethods()) {
      if (method.isAnnotationPresent(JsonValue.class)) {
        try {
          return method.invoke(constant);
        } catch (ReflectiveOperationException unreadable) {
          throw new IllegalStateException(unreadable);
        }
      }
    }
    return ((Enum<?>) constant).name();
  }
}
