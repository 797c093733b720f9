package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.yusuan.model.table.Origin;

/**
 * One page of the source.
 *
 * @param page page number, from 1
 * @param width displayed width in points, to the hundredth
 * @param height displayed height in points, to the hundredth
 * @param origin whether its text was read from a text layer or recognized
 * @param problems what went wrong on this page, one sentence each; empty if nothing did
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SourcePage(
    int page, double width, double height, Origin origin, List<String> problems) {
  public SourcePage {
    width = hundredths(width);
    height = hundredths(height);
    problems = List.copyOf(problems);
  }

  /** This page with other problems. */
  public SourcePage withProblems(List<String> newProblems) {
    return new SourcePage(page, width, height, origin, newProblems);
  }

  private static double hundredths(double points) {
    return Math.round(points * 100) / 100.0;
  }
}
