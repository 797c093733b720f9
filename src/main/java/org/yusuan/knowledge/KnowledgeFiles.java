package org.yusuan.knowledge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the data files that the program ships in {@code models/}, and a user's own beside them. */
public final class KnowledgeFiles {

  private static final String ROOT = "/models/";

  private static final ObjectMapper COMPACT = strict(JsonMapper.builder());

  /**
   * An archive has the shipped files as {@link CompactKnowledge} too; a folder may have old ones.
   */
  private static final boolean IN_ARCHIVE =
      Objects.requireNonNull(KnowledgeFiles.class.getResource("KnowledgeFiles.class"))
          .getProtocol()
          .equals("jar");

  private KnowledgeFiles() {}

  /** Made at its first use: an archive's own files need none. */
  private static final class Yaml {
    static final ObjectMapper MAPPER = strict(YAMLMapper.builder());
  }

  private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M strict(B builder) {
    return builder
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .build();
  }

  /**
   * The names of the shipped files of a folder, sorted.
   *
   * @param folder folder below {@code models}, as {@code layouts}
   * @param ending how the files' names end, as {@code .yaml}
   */
  public static List<String> shippedNames(String folder, String ending) {
    try {
      return names(folder).filter(name -> name.endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> names(String folder) throws IOException, URISyntaxException {
    if (IN_ARCHIVE) {
      String start = folder + "/";
      return new String(bytes(CompactKnowledge.NAMES), StandardCharsets.UTF_8)
          .lines()
          .filter(name -> name.startsWith(start))
          .map(name -> name.substring(start.length()));
    }
    URL url =
        Objects.requireNonNull(KnowledgeFiles.class.getResource(ROOT + folder), ROOT + folder);
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
    }
  }

  /**
   * The text of a shipped file.
   *
   * @param folder folder below {@code models}, as {@code vocabulary}
   */
  public static String shippedText(String folder, String name) {
    try {
      return new String(bytes(folder + "/" + name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a shipped YAML file.
   *
   * @param folder folder below {@code models}, as {@code layouts}
   * @param name the file's name
   * @param type what it describes
   * @throws IllegalArgumentException if it is not as it should be; the message names file and line
   */
  public static <T> T shipped(String folder, String name, Class<T> type) {
    if (!IN_ARCHIVE) {
      return yaml(name, shippedText(folder, name), type);
    }
    try {
      return COMPACT.readValue(bytes(CompactKnowledge.of(folder + "/" + name)), type);
    } catch (IOException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = KnowledgeFiles.class.getResourceAsStream(ROOT + file)) {
      return Objects.requireNonNull(in, "not on the class path: " + ROOT + file).readAllBytes();
    }
  }

  /**
   * The texts of the files of a user's own folder, sorted by name.
   *
   * @throws IOException if the folder cannot be read
   */
  public static TreeMap<String, String> own(Path folder, String ending) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ending)) {
          texts.put(name, Files.readString(file));
        }
      }
    }
    return texts;
  }

  /**
   * Reads a YAML file. A key that the type does not know is an error.
   *
   * @param file the file's name, for the message
   * @param text what stands in it
   * @param type what it describes
   * @throws IllegalArgumentException if it is not as it should be; the message names file and line
   */
  public static <T> T yaml(String file, String text, Class<T> type) {
    try {
      return Yaml.MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String line = at == null || at.getLineNr() < 1 ? "" : ", line " + at.getLineNr();
      throw new IllegalArgumentException(file + line + ": " + e.getOriginalMessage(), e);
    }
  }
}
