package org.yusuan.cli.option;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.export.Fact;
import org.yusuan.export.PrintedLine;
import org.yusuan.store.Store;

/**
 * Finds one organization at one level by parts of its name. Where several fit, it says which, and
 * takes none.
 */
public final class OrganizationChoice {

  /** At most this many names are listed. A guess. */
  private static final int MAX_LISTED_NAMES = 40;

  /** The choice is not clear. The message says what there is and how to choose. */
  public static final class UnclearException extends Exception {
    private static final long serialVersionUID = 1L;

    UnclearException(String message) {
      super(message);
    }
  }

  private final Store store;
  private final @Nullable String level;
  private final @Nullable String region;
  private final List<String> without;

  /**
   * A choice.
   *
   * @param level {@code department} or {@code unit}; null if it is not to matter
   * @param region part of the region's name; null if it is not to matter
   * @param without files that are left out, by name or by the beginning of their hash
   */
  public OrganizationChoice(
      Store store, @Nullable String level, @Nullable String region, List<String> without) {
    this.store = store;
    this.level = level;
    this.region = region;
    this.without = without;
  }

  /**
   * All that is known of the organization.
   *
   * @param parts parts of its name; several if the name changed
   * @throws UnclearException if none fits, or more than one
   */
  public Holdings find(List<String> parts) throws SQLException, UnclearException {
    List<Fact.Document> documents = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      String name = name(part);
      if (!names.contains(name)) {
        names.add(name);
        documents.addAll(documents(name));
      }
    }
    one("--level", documents.stream().map(Fact.Document::level).toList(), documents);
    one("--region", documents.stream().map(Fact.Document::region).toList(), documents);
    return holdings(documents, names);
  }

  private Holdings holdings(List<Fact.Document> documents, List<String> names) throws SQLException {
    List<Fact> facts = new ArrayList<>();
    List<PrintedLine> lines = new ArrayList<>();
    List<Holdings.Contradiction> contradictions = new ArrayList<>();
    for (String name : names) {
      facts.addAll(store.factsOf(name));
      lines.addAll(store.linesOf(name));
      contradictions.addAll(new StoredContradictions(store).of(name));
    }
    return new Holdings(documents, facts, lines, contradictions);
  }

  /**
   * An organization at one level in one region.
   *
   * @param name its full name
   * @param region its region; null if unknown
   * @param documents its documents
   */
  public record OrganizationGroup(
      String name, @Nullable String region, List<Fact.Document> documents) {}

  /**
   * All organizations that fit, each level and each region of a name by itself.
   *
   * @param parts parts of names; none for all
   */
  public List<OrganizationGroup> groups(List<String> parts) throws SQLException {
    Map<List<String>, OrganizationGroup> groups = new LinkedHashMap<>();
    for (String name : store.organizations()) {
      if (!parts.isEmpty() && parts.stream().noneMatch(name::contains)) {
        continue;
      }
      for (Fact.Document document : documents(name)) {
        List<String> key =
            List.of(
                name,
                Objects.requireNonNullElse(document.region(), ""),
                Objects.requireNonNullElse(document.level(), ""));
        OrganizationGroup group =
            groups.computeIfAbsent(
                key, one -> new OrganizationGroup(name, document.region(), new ArrayList<>()));
        group.documents().add(document);
      }
    }
    return List.copyOf(groups.values());
  }

  /** All that is known of a group. */
  public Holdings holdings(OrganizationGroup group) throws SQLException {
    return holdings(group.documents(), List.of(group.name()));
  }

  private String name(String part) throws SQLException, UnclearException {
    List<String> all = store.organizations();
    List<String> exact = all.stream().filter(part::equals).toList();
    List<String> found = new ArrayList<>();
    for (String name : exact.isEmpty() ? all : exact) {
      if (name.contains(part) && !documents(name).isEmpty()) {
        found.add(name);
      }
    }
    if (found.isEmpty()) {
      throw new UnclearException(
          "no organization is called 「"
              + part
              + "」"
              + (level == null && region == null ? "" : " at that level or in that region")
              + ". There are:"
              + listed(all));
    }
    if (found.size() > 1) {
      throw new UnclearException(
          "「"
              + part
              + "」 fits several organizations. Name one in full with --organization; if one took the"
              + " other's place, name both:"
              + listed(found));
    }
    return found.get(0);
  }

  private List<Fact.Document> documents(String name) throws SQLException {
    return store.documentsOf(name).stream()
        .filter(document -> level == null || level.equals(document.level()))
        .filter(
            document ->
                region == null || (document.region() != null && document.region().contains(region)))
        .filter(
            document ->
                without.stream()
                    .noneMatch(
                        left -> document.file().equals(left) || document.sha256().startsWith(left)))
        .toList();
  }

  /** Departments and units, or two places of one name, are never put together. */
  private static void one(
      String option, List<@Nullable String> values, List<Fact.Document> documents)
      throws UnclearException {
    List<String> distinct = values.stream().filter(Objects::nonNull).distinct().toList();
    if (distinct.size() > 1) {
      throw new UnclearException(
          "the documents are of several kinds; choose with "
              + option
              + " "
              + String.join("|", distinct)
              + ":"
              + documents.stream()
                  .map(
                      document ->
                          "%n  %s · %s · %s · %s · %s"
                              .formatted(
                                  document.organization(),
                                  document.level(),
                                  document.fiscalYear(),
                                  document.stage(),
                                  document.file()))
                  .collect(Collectors.joining()));
    }
  }

  private static String listed(List<String> names) {
    String all =
        names.stream()
            .limit(MAX_LISTED_NAMES)
            .map(name -> "\n  " + name)
            .collect(Collectors.joining());
    return names.size() > MAX_LISTED_NAMES
        ? all + "\n  … " + (names.size() - MAX_LISTED_NAMES) + " more"
        : all;
  }
}
