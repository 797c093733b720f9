package org.yusuan.claim.statement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.claim.Aspect;

/**
 * The meaning of words about an amount: what it is an amount of.
 *
 * @param aspects the value of each aspect that they name
 * @param names the thing it is for: its name, with those of its class and group before it if they
 *     are given; empty if it is a whole
 * @param code a code of the classification that stands in brackets after the name; null if none
 */
public record Meaning(Map<Aspect, String> aspects, List<String> names, @Nullable String code) {

  public static final Meaning NOTHING = new Meaning(Map.of(), List.of(), null);

  public Meaning {
    EnumMap<Aspect, String> copy = new EnumMap<>(Aspect.class);
    copy.putAll(aspects);
    aspects = Collections.unmodifiableMap(copy);
    names = List.copyOf(names);
  }

  /** A meaning from the names of aspects, as files have them; unknown names are left out. */
  static Meaning of(Map<String, String> said, List<String> names, @Nullable String code) {
    EnumMap<Aspect, String> aspects = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      String value = said.get(aspect.name().toLowerCase(Locale.ROOT));
      if (value != null) {
        aspects.put(aspect, value);
      }
    }
    return new Meaning(aspects, names, code);
  }

  /** The aspects by name, as files have them. */
  Map<String, String> said() {
    Map<String, String> said = new TreeMap<>();
    aspects.forEach((aspect, value) -> said.put(aspect.name().toLowerCase(Locale.ROOT), value));
    return said;
  }

  public @Nullable String get(Aspect aspect) {
    return aspects.get(aspect);
  }

  /** The thing's own name; empty for a whole. */
  public String name() {
    return names.isEmpty() ? "" : names.get(names.size() - 1);
  }

  public boolean isNothing() {
    return aspects.isEmpty() && names.isEmpty() && code == null;
  }

  /** This meaning with the aspects of another one where it says nothing of them. */
  public Meaning orElse(Meaning other) {
    EnumMap<Aspect, String> all = new EnumMap<>(Aspect.class);
    all.putAll(other.aspects);
    all.putAll(aspects);
    return new Meaning(all, names, code);
  }

  /** This meaning about the thing of another one. */
  public Meaning about(Meaning thing) {
    EnumMap<Aspect, String> all = new EnumMap<>(Aspect.class);
    all.putAll(thing.aspects);
    all.putAll(aspects);
    return new Meaning(all, thing.names, thing.code);
  }

  /** This meaning with another value of an aspect; null takes it away. */
  public Meaning with(Aspect aspect, @Nullable String value) {
    EnumMap<Aspect, String> all = new EnumMap<>(Aspect.class);
    all.putAll(aspects);
    if (value == null) {
      all.remove(aspect);
    } else {
      all.put(aspect, value);
    }
    return new Meaning(all, names, code);
  }
}
