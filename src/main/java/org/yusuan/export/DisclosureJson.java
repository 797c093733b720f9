package org.yusuan.export;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.ErrorMessage;
import org.yusuan.model.Disclosure;
import org.yusuan.model.UnreadableFileException;

/**
 * The JSON form of a disclosure, by the schema in {@code models/schema}. What does not fit the
 * schema is neither written nor read. Immutable; threads may share it.
 */
public final class DisclosureJson {

  private static final String SCHEMA = "/models/schema/disclosure-1.schema.json";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          // 1,000.10 stays 1000.10: the printed digits say how far a figure may be rounded.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          // Some empty lists are left out when writing.
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private final JsonSchema schema;

  /** Reads the schema, and learns how a disclosure is written. */
  public DisclosureJson() {
    try (InputStream in =
        Objects.requireNonNull(DisclosureJson.class.getResourceAsStream(SCHEMA))) {
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(mapper.readTree(in));
      schema.initializeValidators();
      mapper.writerFor(Disclosure.class);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + SCHEMA, e);
    }
  }

  /**
   * The JSON of a disclosure. The same disclosure always gives the same bytes.
   *
   * @param pretty whether to put it on many lines, a cell a line
   * @throws IllegalStateException if it does not fit the schema
   */
  public byte[] write(Disclosure disclosure, boolean pretty) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    ObjectWriter writer = pretty ? mapper.writer(printer) : mapper.writer();
    try {
      byte[] json = writer.writeValueAsBytes(disclosure);
      String violation = violation(mapper.readTree(json));
      if (violation != null) {
        throw new IllegalStateException("the result does not fit the schema: " + violation);
      }
      return json;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a disclosure.
   *
   * @throws UnreadableFileException if the file is no JSON or does not fit the schema
   */
  public Disclosure read(Path file) throws UnreadableFileException {
    String name = String.valueOf(file.getFileName());
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UnreadableFileException(name, "is no regular file", null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) == 0) {
        throw new UnreadableFileException(name, "the file is empty (0 bytes)", null);
      }
      return read(name, in);
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Reads a disclosure.
   *
   * @param name names it in messages
   * @param in its JSON
   * @throws UnreadableFileException if it is no JSON or does not fit the schema
   */
  public Disclosure read(String name, InputStream in) throws UnreadableFileException {
    try {
      JsonNode tree = mapper.readTree(in);
      String violation = violation(tree);
      if (violation != null) {
        throw new UnreadableFileException(name, "does not fit the schema: " + violation, null);
      }
      Disclosure disclosure = mapper.treeToValue(tree, Disclosure.class);
      String fault = ConsistencyCheck.fault(disclosure);
      if (fault != null) {
        throw new UnreadableFileException(name, "is not sound: " + fault, null);
      }
      return disclosure;
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw unreadable(name, e);
    }
  }

  private static UnreadableFileException unreadable(String name, Throwable e) {
    return new UnreadableFileException(name, "not readable as JSON: " + ErrorMessage.of(e), e);
  }

  private @Nullable String violation(JsonNode tree) {
    Set<ValidationMessage> messages = schema.validate(tree);
    return messages.stream().map(ValidationMessage::getMessage).sorted().findFirst().orElse(null);
  }
}
