package org.yusuan.knowledge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** Reads the data files that the program ships in {@code models/}, and a user's own beside them. */
public final class KnowledgeFiles {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private KnowledgeFiles() {}

  /**
   * The texts of the shipped files of a folder.
   *
   * @param folder folder below {@code models}, as {@code layouts}
   * @param ending how the files' names end, as {@code .yaml}
   * @return text by file name, sorted by name
   */
  public static TreeMap<String, String> shipped(String folder, String ending) {
    String root = "/models/" + folder;
    URL url =
        Objects.requireNonNull(
            KnowledgeFiles.class.getResource(root), "not on the class path: " + root);
    try {
      List<String> names = new ArrayList<>();
      URLConnection connection = url.openConnection();
      if (connection instanceof JarURLConnection jar) {
        String prefix = jar.getEntryName().replaceAll("/*$", "/");
        Enumeration<JarEntry> entries = jar.getJarFile().entries();
        while (entries.hasMoreElements()) {
          String name = entries.nextElement().getName();
          if (name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0) {
            names.add(name.substring(prefix.length()));
          }
        }
      } else {
        URI uri = url.toURI();
        try (Stream<Path> files = Files.list(Path.of(uri))) {
          files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
      }
      TreeMap<String, String> texts = new TreeMap<>();
      for (String name : names) {
        if (name.endsWith(ending)) {
          try (InputStream in =
              Objects.requireNonNull(KnowledgeFiles.class.getResourceAsStream(root + "/" + name))) {
            texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
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
      return YAML.readValue(text, type);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String line = at == null || at.getLineNr() < 1 ? "" : ", line " + at.getLineNr();
      throw new IllegalArgumentException(file + line + ": " + e.getOriginalMessage(), e);
    }
  }
}
