package org.yusuan.knowledge;

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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the data files that the program ships in {@code models/}, and a user's own beside them. */
public final class KnowledgeFiles {

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
   * Reads YAML: maps, lists and plain values only.
   *
   * @param file the file's name, for the message
   * @throws IllegalArgumentException if it is no YAML
   */
  public static Object yaml(String file, String text) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }
}
