package org.yusuan.knowledge.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yusuan.knowledge.KnowledgeFiles;

/**
 * The standard tables that are known: the shipped layout files and a user's own. Immutable; threads
 * may share it.
 */
public final class Layouts {

  private static final String FOLDER = "layouts";
  private static final String TERMS = "terms.yaml";

  private final TableTerms vocabulary;
  private final List<Layout> layouts;
  private final TitleGrammar grammar = TitleGrammar.shipped();
  private final TableKinds kinds = TableKinds.shipped();

  /** The part of a user's {@code terms.yaml} that may be his own. */
  private record OwnTerms(List<Term> columns) {
    OwnTerms {
      columns = columns == null ? List.of() : List.copyOf(columns);
    }
  }

  /** A user's file of layouts. */
  private record Own(String name, String text, List<Layout> layouts) {}

  private Layouts(TableTerms vocabulary, List<Layout> layouts) {
    this.vocabulary = vocabulary;
    this.layouts = List.copyOf(layouts);
  }

  /** The shipped layouts. */
  public static Layouts shipped() {
    return with(List.of(), List.of());
  }

  /**
   * The shipped layouts and those of a user's folders. A user's layout is preferred where both fit
   * as well; a file {@code terms.yaml} there may add {@code columns}.
   *
   * @throws IOException if a folder cannot be read
   * @throws IllegalArgumentException if a file is no layout; the message names it
   */
  public static Layouts withOwn(List<Path> folders) throws IOException {
    List<Own> own = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    for (Path folder : folders) {
      KnowledgeFiles.own(folder, ".yaml")
          .forEach(
              (name, text) -> {
                if (name.equals(TERMS)) {
                  terms.addAll(KnowledgeFiles.yaml(name, text, OwnTerms.class).columns());
                } else {
                  own.add(
                      new Own(
                          name, text, List.of(KnowledgeFiles.yaml(name, text, Layout[].class))));
                }
              });
    }
    return with(own, terms);
  }

  private static Layouts with(List<Own> own, List<Term> ownTerms) {
    List<Layout> shipped = new ArrayList<>();
    for (String name : KnowledgeFiles.shippedNames(FOLDER, ".yaml")) {
      if (!name.equals(TERMS)) {
        shipped.addAll(List.of(KnowledgeFiles.shipped(FOLDER, name, Layout[].class)));
      }
    }
    TableTerms vocabulary = KnowledgeFiles.shipped(FOLDER, TERMS, TableTerms.class);
    List<Term> terms = new ArrayList<>(ownTerms);
    terms.addAll(vocabulary.columns());
    refuseUnknownTerms(own, shipped, terms);
    List<Layout> layouts = new ArrayList<>();
    own.forEach(file -> layouts.addAll(file.layouts()));
    layouts.addAll(shipped);
    return new Layouts(
        vocabulary.withColumns(terms),
        layouts.stream().map(layout -> layout.filledFrom(layouts)).toList());
  }

  /** A user's layout may name only terms that headers can mean, else it would never fit. */
  private static void refuseUnknownTerms(List<Own> own, List<Layout> shipped, List<Term> terms) {
    Set<String> known = new HashSet<>();
    terms.forEach(term -> known.add(term.id()));
    shipped.forEach(layout -> known.addAll(layout.columns()));
    for (Own file : own) {
      for (Layout layout : file.layouts()) {
        layout.columns().stream()
            .filter(term -> !known.contains(term))
            .findFirst()
            .ifPresent(term -> refuse(file.name(), file.text(), layout, term));
      }
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
  public TableTerms vocabulary() {
    return vocabulary;
  }
}
