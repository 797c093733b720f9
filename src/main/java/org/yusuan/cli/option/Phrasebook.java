package org.yusuan.cli.option;

import java.io.BufferedReader;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.yusuan.knowledge.message.Wording;

/**
 * What the program tells of wrong usage, files and pages, in Chinese. The sentences are made in
 * English, many of them by libraries, and kept so in files; their phrases stand in a table. What
 * the table does not hold stays English. Immutable; threads may share it.
 */
public final class Phrasebook {

  private static final String FILE = "phrases_zh.tsv";

  private record Phrase(Pattern english, String chinese) {}

  private final List<Phrase> phrases = new ArrayList<>();

  /** The table, read. */
  public Phrasebook() {
    try (InputStream in = Objects.requireNonNull(Phrasebook.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(parts -> phrases.add(new Phrase(Pattern.compile(parts[0]), parts[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sentence with the phrases that the table has. */
  public String chinese(String english) {
    String text = english;
    for (Phrase phrase : phrases) {
      text = phrase.english.matcher(text).replaceAll(phrase.chinese);
    }
    return text;
  }

  /** A sentence in both languages. */
  public Wording wording(String english) {
    return new Wording(chinese(english), english);
  }

  /** A writer that says so what it is given; each piece by itself. */
  public Writer around(Writer out) {
    return new FilterWriter(out) {
      @Override
      public void write(char[] text, int offset, int length) throws IOException {
        write(new String(text, offset, length), 0, length);
      }

      @Override
      public void write(String text, int offset, int length) throws IOException {
        out.write(chinese(text.substring(offset, offset + length)));
      }
    };
  }
}
