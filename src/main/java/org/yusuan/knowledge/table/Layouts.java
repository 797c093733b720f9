package org.yusuan.knowledge.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yusuan.knowledge.KnowledgeFiles;

/**
 * The standard tables that are known: the shipped layout files and a user's own. Immutable; threads
 * may share it.
 */
public final class Layouts {

  private static final String TERMS = "terms.yaml";

  private final Vocabulary vocabulary;
  private final List<Layout> layouts;
  private final TitleGrammar grammar = TitleGrammar.shipped();
  private final TableKinds kinds = TableKinds.shipped();

  /** The part of a user's {@code terms.yaml} that may be his own. */
  private record OwnTerms(List<Term> columns) {
    OwnTerms {
      columns = columns == null ? List.of() : List.copyOf(columns);
    }
  }

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
    List<Layout> layouts = new ArrayList<>();
    List<Term> ownTerms = new ArrayList<>();
    Vocabulary vocabulary = null;
    for (TreeMap<String, String> files : sources) {
      boolean shipped = files == sources.get(sources.size() - 1);
      for (Map.Entry<String, String> file : files.entrySet()) {
        String name = file.getKey();
        if (!name.equals(TERMS)) {
          layouts.addAll(List.of(KnowledgeFiles.yaml(name, file.getValue(), Layout[].class)));
        } else if (shipped) {
          vocabulary = KnowledgeFiles.yaml(name, file.getValue(), Vocabulary.class);
        } else {
          ownTerms.addAll(KnowledgeFiles.yaml(name, file.getValue(), OwnTerms.class).columns());
        }
      }
    }
    if (vocabulary == null) {
      throw new IllegalStateException("models/layouts/" + TERMS + " is missing");
    }
    ownTerms.addAll(vocabulary.columns());
    refuseUnknownTerms(sources, ownTerms);
    return new Layouts(
        vocabulary.withColumns(ownTerms),
        layouts.stream().map(layout -> layout.filledFrom(layouts)).toList());
  }

  /** A user's layout may name only terms that headers can mean, else it would never fit. */
  private static void refuseUnknownTerms(List<TreeMap<String, String>> sources, List<Term> terms) {
    TreeMap<String, String> shipped = sources.get(sources.size() - 1);
    Set<String> known = new HashSet<>();
    terms.forEach(term -> known.add(term.id()));
    shipped.forEach(
        (name, text) -> {
          if (!name.equals(TERMS) && sources.size() > 1) {
            for (Layout layout : KnowledgeFiles.yaml(name, text, Layout[].class)) {
              known.addAll(layout.columns());
            }
          }
        });
    for (TreeMap<String, String> files : sources.subList(0, sources.size() - 1)) {
      files.forEach(
          (name, text) -> {
            if (!name.equals(TERMS)) {
              for (Layout layout : KnowledgeFiles.yaml(name, text, Layout[].class)) {
                layout.columns().stream()
                    .filter(term -> !known.contains(term))
                    .findFirst()
                    .ifPresent(term -> refuse(name, text, layout, term));
              }
            }
          });
    }
  }

  private static void refuse(String name, String text, Layout layout, String term) {
    Matcher place = Pattern.compile("\\b" + Pattern.quote(term) + "\\b").matcher(text);
    long line = place.find() ? text.substring(0, place.start()).lines().count() : 1;
    throw new IllegalArgumentException(
        name
            + ", line "
            + Math.max(1, line)
            + ": layout "
            + layout.id()
            + " names the term "
            + term
            + ", which no header means; add it to terms.yaml");
  }

  /** All layouts, the user's first. */
  public List<Layout> all() {
    return layouts;
  }

  /** How titles are built. */
  public TitleGrammar grammar() {
    return grammar;
  }

  /** The kinds of table that titles make. */
  public TableKinds kinds() {
    return kinds;
  }

  /** The words of budget tables. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }
}
