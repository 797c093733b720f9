package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of an amount of the prose, kept so that it can be linked anew.
 *
 * @param quantity what kind of number it is
 * @param names the thing it is for, with those above it; empty if it is a whole
 * @param code the code of the classification that the prose gives it; null if none
 * @param says budget, side, year and the like, as the clause and those that it continues say
 * @param context the same as headings and sentences before it say
 * @param contextNames the thing that headings before it name
 * @param partOf the thing named before it of which it may be a part
 * @param partOfCode the code of that thing; null if none
 * @param section what the tables are about that the nearest heading names; null if it names none
 * @param reason the reason that the prose gives for a change, if it speaks for one the other way;
 *     null if it does not
 * @param paragraph number of its paragraph in the prose, from 0
 * @param depth how many brackets of the prose it stands in; null if in none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClaimSubject(
    Quantity quantity,
    List<String> names,
    @Nullable String code,
    Map<String, String> says,
    Map<String, String> context,
    List<String> contextNames,
    List<String> partOf,
    @Nullable String partOfCode,
    @Nullable String section,
    @Nullable String reason,
    int paragraph,
    @Nullable Integer depth) {
  public ClaimSubject {
    names = names == null ? List.of() : List.copyOf(names);
    says = sorted(says);
    context = sorted(context);
    contextNames = contextNames == null ? List.of() : List.copyOf(contextNames);
    partOf = partOf == null ? List.of() : List.copyOf(partOf);
  }

  /** How many brackets of the prose it stands in. */
  public int brackets() {
    return depth == null ? 0 : depth;
  }

  /** A copy in the order of names, so that one document is always written alike. */
  private static Map<String, String> sorted(@Nullable Map<String, String> said) {
    return said == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(said));
  }
}
