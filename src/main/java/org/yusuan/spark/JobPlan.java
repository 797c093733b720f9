package org.yusuan.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a job reads, and in which tasks. Lives in the driver; some hundred bytes a file.
 */
final class JobPlan {

  /**
   * Tasks for each core, if there are documents enough: the last ones to end wait less. A guess.
   */
  static final int MIN_TASKS_PER_CORE = 4;

  /**
   * Documents of one task, at most: what a lost executor has read of it is read again. More make
   * fewer files. A guess.
   */
  private static final int MAX_DOCUMENTS_PER_TASK = 256;

  /** The same in bytes: scans are large, and take longest. A guess. */
  private static final long MAX_BYTES_PER_TASK = 128L << 20;

  /**
   * What a file holds.
   *
   * @param document its hash; null if it cannot be read
   * @param message why it cannot be read; null if it can
   */
  record Content(@Nullable String document, @Nullable String message) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private final List<TaskReader.Wanted> wanted = new ArrayList<>();
  private final Map<OutputFolder.Part, Set<String>> again = new LinkedHashMap<>();
  private long bytes;

  /**
   * Chooses the first file of each content that is not held yet, was read with other corrections,
   * or failed and is to be tried again.
   *
   * @param files all files, the largest first
   * @param contents what they hold, in the same order
   * @param corrected for each document with corrections, a word that changes with these
   */
  JobPlan(
      List<InputFiles.Listed> files,
      List<Content> contents,
      Held held,
      Map<String, String> corrected,
      boolean retry) {
    Map<String, String> first = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      String document = contents.get(i).document();
      if (document != null) {
        first.merge(
            document, files.get(i).path(), (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
    for (int i = 0; i < files.size(); i++) {
      InputFiles.Listed file = files.get(i);
      String document = contents.get(i).document();
      String corrections = document == null ? "" : corrected.getOrDefault(document, "");
      if (document != null) {
        Held.Outcome before = held.of(document);
        if (!file.path().equals(first.get(document)) || stands(before, corrections, retry)) {
          continue;
        }
        if (before != null) {
          again.computeIfAbsent(before.part(), part -> new HashSet<>()).add(document);
        }
      }
      bytes += file.size();
      wanted.add(
          new TaskReader.Wanted(file.path(), document, corrections, contents.get(i).message()));
    }
  }

  private static boolean stands(Held.@Nullable Outcome before, String corrections, boolean retry) {
    return before != null && before.corrections().equals(corrections) && (before.done() || !retry);
  }

  /** How many of the documents were read before. */
  int again() {
    return again.values().stream().mapToInt(Set::size).sum();
  }

  /** The parts that the run replaces: a document that is read again is in them. */
  Collection<OutputFolder.Part> replaced() {
    return again.keySet();
  }

  /**
   * Deals the documents out by size, so that all tasks have the same amount of work; there is one
   * task at least.
   *
   * @param cores how many tasks run at a time
   */
  List<TaskReader.Work> work(int cores) {
    int count = wanted.size();
    int tasks =
        (int)
            Math.max(
                Math.max(1, Math.min(count, cores * MIN_TASKS_PER_CORE)),
                Math.max(count / MAX_DOCUMENTS_PER_TASK, bytes / MAX_BYTES_PER_TASK));
    List<OutputFolder.Part> parts = List.copyOf(again.keySet());
    return IntStream.range(0, tasks)
        .mapToObj(
            task ->
                new TaskReader.Work(
                    every(wanted, task, tasks),
                    every(parts, task, tasks).stream()
                        .map(part -> new TaskReader.Kept(part, Set.copyOf(again.get(part))))
                        .toList(),
                    task == 0))
        .toList();
  }

  private static <T> List<T> every(List<T> all, int first, int step) {
    List<T> some = new ArrayList<>();
    for (int i = first; i < all.size(); i += step) {
      some.add(all.get(i));
    }
    return some;
  }
}
