package org.yusuan.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yusuan.model.UnreadableFileException;

/**
 * A file of corrections: JSON Lines by the schema in {@code models/schema}, one entry a line. Lines
 * are only ever added, each in one write that is forced to the disk. Threads and processes may add
 * to one file; the operating system's lock keeps their lines apart.
 */
public final class CorrectionFile {

  /** The name of the file that commands look for beside their outputs. */
  public static final String NAME = "corrections.jsonl";

  private static final String SCHEMA = "/models/schema/correction-1.schema.json";

  private final Path path;
  private final ObjectMapper json =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final JsonSchema schema;

  /** The file at a path; it need not be there. */
  public CorrectionFile(Path path) {
    this.path = path;
    try (InputStream in =
        Objects.requireNonNull(CorrectionFile.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(json.readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + SCHEMA, e);
    }
  }

  /**
   * All corrections of the file; none if there is no file. A last line without its end was cut off
   * while it was written, and is passed over.
   *
   * @throws UnreadableFileException if a line is no correction; the message names file and line
   * @throws IOException if the file cannot be read
   */
  public Corrections read() throws IOException {
    if (!Files.exists(path)) {
      return Corrections.NONE;
    }
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    List<CorrectionEntry> entries = new ArrayList<>();
    int number = 0;
    for (int start = 0, end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
      number++;
      String line = text.substring(start, end).strip();
      if (!line.isEmpty()) {
        entries.add(entry(line, number));
      }
    }
    return new Corrections(entries);
  }

  private CorrectionEntry entry(String line, int number) throws UnreadableFileException {
    try {
      JsonNode node = json.readTree(line);
      List<String> violations = violations(node);
      if (!violations.isEmpty()) {
        throw wrong(number, "does not fit the schema: " + violations.get(0));
      }
      CorrectionEntry entry = json.treeToValue(node, CorrectionEntry.class);
      if (!entry.isWhole()) {
        throw wrong(number, "was changed: its id is not that of its content");
      }
      return entry;
    } catch (JsonProcessingException e) {
      throw wrong(number, "is no JSON");
    }
  }

  private List<String> violations(JsonNode node) {
    return schema.validate(node).stream().map(ValidationMessage::getMessage).sorted().toList();
  }

  private UnreadableFileException wrong(int line, String reason) {
    return new UnreadableFileException(path + ", line " + line, reason, null);
  }

  /**
   * Adds entries at the end; they are on the disk when this returns.
   *
   * @throws IllegalArgumentException if one does not fit the schema; then nothing is written
   * @throws IOException if they cannot be written
   */
  public void append(List<CorrectionEntry> entries) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (CorrectionEntry entry : entries) {
      List<String> violations = violations(json.valueToTree(entry));
      if (!violations.isEmpty()) {
        throw new IllegalArgumentException("this is no correction: " + violations.get(0));
      }
      lines.append(json.writeValueAsString(entry)).append('\n');
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      long size = wholeLines(channel);
      channel.truncate(size);
      channel.position(size);
      ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** How many bytes of the file are whole lines: a line that was cut off goes. */
  private static long wholeLines(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long size = channel.size(); size > 0; size--) {
      channel.read(one.clear(), size - 1);
      if (one.get(0) == '\n') {
        return size;
      }
    }
    return 0;
  }
}
