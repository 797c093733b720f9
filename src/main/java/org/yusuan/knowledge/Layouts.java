package org.yusuan.knowledge;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The standard tables that are known: the shipped layout files and a user's own. Immutable; threads
 * may share it.
 */
public final class Layouts {

  private static final String TERMS = "terms.yaml";

  private final Vocabulary vocabulary;
  private final List<Layout> layouts;

  private Layouts(Vocabulary vocabulary, List<Layout> layouts) {
    this.vocabulary = vocabulary;
    this.layouts = List.copyOf(layouts);
  }

  /** The shipped layouts. */
  public static Layouts shipped() {
    return parse(List.of(KnowledgeFiles.shipped("layouts", ".yaml")));
  }

  /**
   * The shipped layouts and those of a user's folders. A user's layout is preferred where both fit
   * as well; a file {@code terms.yaml} there may add {@code columns}.
   *
   * @throws IOException if a folder cannot be read
   * @throws IllegalArgumentException if a file is no layout; the message names it
   */
  public static Layouts withOwn(List<Path> folders) throws IOException {
    List<TreeMap<String, String>> sources = new ArrayList<>();
    for (Path folder : folders) {
      sources.add(KnowledgeFiles.own(folder, ".yaml"));
    }
    sources.add(KnowledgeFiles.shipped("layouts", ".yaml"));
    return parse(sources);
  }

  private static Layouts parse(List<TreeMap<String, String>> sources) {
    ObjectMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    List<Layout> layouts = new ArrayList<>();
    List<Term> ownTerms = new ArrayList<>();
    Vocabulary vocabulary = null;
    for (TreeMap<String, String> files : sources) {
      boolean shipped = files == sources.get(sources.size() - 1);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Object data = KnowledgeFiles.yaml(file.getKey(), file.getValue());
        try {
          if (!file.getKey().equals(TERMS)) {
            layouts.addAll(List.of(mapper.convertValue(data, Layout[].class)));
          } else if (shipped) {
            vocabulary = mapper.convertValue(data, Vocabulary.class);
          } else if (data instanceof Map<?, ?> map && map.get("columns") != null) {
            ownTerms.addAll(List.of(mapper.convertValue(map.get("columns"), Term[].class)));
          }
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(file.getKey() + ": " + e.getMessage(), e);
        }
      }
    }
    if (vocabulary == null) {
      throw new IllegalStateException("models/layouts/" + TERMS + " is missing");
    }
    ownTerms.addAll(vocabulary.columns());
    return new Layouts(
        new Vocabulary(
            ownTerms,
            vocabulary.generic(),
            vocabulary.compared(),
            vocabulary.stages(),
            vocabulary.rows(),
            vocabulary.numbering(),
            vocabulary.columnNumbers(),
            vocabulary.captions(),
            vocabulary.units()),
        layouts);
  }

  /** All layouts, the user's first. */
  public List<Layout> all() {
    return layouts;
  }

  /** The words of budget tables. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }
}
