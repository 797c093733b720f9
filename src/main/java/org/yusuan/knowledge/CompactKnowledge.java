package org.yusuan.knowledge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form of the shipped YAML files that a program in an archive reads: JSON, made when the
 * archive is built, and a list of all names. Reading YAML, and looking for names among all files of
 * the archive, took a tenth of the processor time of a run of one page.
 */
public final class CompactKnowledge {

  /** The list of all shipped files below {@code models}, a path a line. */
  static final String NAMES = "compact/names.txt";

  private CompactKnowledge() {}

  /** Where the compact form of a file lies, both below {@code models}. */
  static String of(String file) {
    return "compact/" + file + ".json";
  }

  /** Makes the compact forms of all files in the folder {@code models} that is named, and in it. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  private static void write(Path models) throws IOException {
    List<String> files;
    try (Stream<Path> all = Files.walk(models)) {
      files =
          all.filter(Files::isRegularFile)
              .map(file -> models.relativize(file).toString().replace('\\', '/'))
              .filter(file -> !file.startsWith("compact/"))
              .sorted()
              .toList();
    }
    Path names = models.resolve(NAMES);
    Files.createDirectories(names.resolveSibling(""));
    Files.writeString(names, String.join("\n", files) + "\n");
    for (String file : files) {
      if (file.endsWith(".yaml")) {
        Path target = models.resolve(of(file));
        Files.createDirectories(target.resolveSibling(""));
        Files.write(target, json(Files.readString(models.resolve(file))));
      }
    }
  }

  /** YAML as JSON, its words and numbers as they are printed. */
  static byte[] json(String yaml) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonParser parser = new YAMLFactory().createParser(yaml);
        JsonGenerator generator = new JsonFactory().createGenerator(out)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isNumeric() || token.isBoolean() && !isPlain(parser.getText())) {
          // What a text field gets from an unquoted number or yes; number fields take a text too.
          generator.writeString(parser.getText());
        } else {
          generator.copyCurrentEvent(parser);
        }
      }
    }
    return out.toByteArray();
  }

  private static boolean isPlain(String truth) {
    return truth.equals("true") || truth.equals("false");
  }
}
