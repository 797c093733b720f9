package org.yusuan.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The record of a batch, {@code batch.jsonl}: one line for every document that ended, in the order
 * in which they did. Lines are only ever added, each in one write that is forced to the disk, so
 * that after any interruption all lines but the last are whole; a torn last line is taken away.
 */
final class Journal implements AutoCloseable {

  static final String FILE = "batch.jsonl";

  /**
   * One line of the journal.
   *
   * @param document path of the document below the folder that was read
   * @param sha256 hash of its content
   * @param tool version and options of the program that read it
   * @param output path of the file that was written, below the output folder; of a duplicate, the
   *     one written for the other document; null if none was
   * @param millis how long it took
   * @param outcome what became of it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record JournalLine(
      String document,
      String sha256,
      String tool,
      @Nullable String output,
      long millis,
      @JsonUnwrapped DocumentOutcome outcome) {}

  private final FileChannel channel;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, JournalLine> latest;
  private final Set<String> duplicates;
  private final Set<String> written;

  private Journal(
      FileChannel channel,
      Map<String, JournalLine> latest,
      Set<String> duplicates,
      Set<String> written) {
    this.channel = channel;
    this.latest = latest;
    this.duplicates = duplicates;
    this.written = written;
  }

  /**
   * Opens the journal of a folder, or begins one.
   *
   * @param tool what a content is read with, by its hash; entries of others are passed over
   */
  static Journal open(Path folder, UnaryOperator<String> tool) throws IOException {
    Path file = folder.resolve(FILE);
    Map<String, JournalLine> latest = new LinkedHashMap<>();
    Set<String> duplicates = new HashSet<>();
    Set<String> written = ConcurrentHashMap.newKeySet();
    if (Files.exists(file)) {
      read(file, tool, latest, duplicates, written);
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel.truncate(wholeLines(channel));
    channel.position(channel.size());
    return new Journal(channel, latest, duplicates, written);
  }

  /** How many bytes of the file are whole lines. */
  private static long wholeLines(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long size = channel.size();
    while (size > 0) {
      channel.read(one.clear(), size - 1);
      if (one.get(0) == '\n') {
        return size;
      }
      size--;
    }
    return 0;
  }

  /** The last entry about a content, other than as a duplicate; null if there is none. */
  @Nullable JournalLine about(String sha256) {
    return latest.get(sha256);
  }

  /**
   * Whether a batch wrote a file with this content, in whatever version.
   *
   * @param outputSha256 hash of the file's content
   */
  boolean wrote(String outputSha256) {
    return written.contains(outputSha256);
  }

  /** Whether the journal says already that the document is a duplicate. */
  boolean knowsDuplicate(String document, String sha256) {
    return duplicates.contains(document + '\n' + sha256);
  }

  /** Adds an entry; it is on the disk when this returns. */
  synchronized void add(JournalLine entry) throws IOException {
    if (entry.outcome().outputSha256() != null) {
      written.add(entry.outcome().outputSha256());
    }
    byte[] line = (json.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.wrap(line);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void read(
      Path file,
      UnaryOperator<String> tool,
      Map<String, JournalLine> latest,
      Set<String> duplicates,
      Set<String> written)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    // A line that was cut off may end inside a character, which would be malformed.
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JournalLine entry = entry(json, line);
        if (entry != null && entry.outcome().outputSha256() != null) {
          written.add(entry.outcome().outputSha256());
        }
        if (entry == null || !entry.tool().equals(tool.apply(entry.sha256()))) {
          continue;
        }
        if (entry.outcome().result() == DocumentOutcome.Result.DUPLICATE) {
          duplicates.add(entry.document() + '\n' + entry.sha256());
        } else {
          latest.put(entry.sha256(), entry);
        }
      }
    }
  }

  /** The entry of a line; null if the line is torn. */
  private static @Nullable JournalLine entry(ObjectMapper json, String line) {
    try {
      JsonNode node = json.readTree(line);
      if (!node.hasNonNull("document") || !node.hasNonNull("sha256") || !node.hasNonNull("tool")) {
        return null;
      }
      DocumentOutcome outcome =
          new DocumentOutcome(
              json.treeToValue(node.get("result"), DocumentOutcome.Result.class),
              text(node, "outputSha256"),
              node.path("pages").asInt(),
              node.path("tables").asInt(),
              node.path("amounts").asInt(),
              node.path("verified").asInt(),
              node.path("disputed").asInt(),
              node.path("errors").asInt(),
              text(node, "message"));
      return new JournalLine(
          node.get("document").asText(),
          node.get("sha256").asText(),
          node.get("tool").asText(),
          text(node, "output"),
          node.path("millis").asLong(),
          outcome);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }
}
