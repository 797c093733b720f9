package org.yusuan;

import java.util.List;
import org.yusuan.check.CheckTrace;
import org.yusuan.claim.ClaimTrace;
import org.yusuan.grid.Grid;
import org.yusuan.layout.column.MappingTrace;
import org.yusuan.model.Disclosure;
import org.yusuan.page.DisplayMapping;
import org.yusuan.page.Page;

/**
 * The results of the stages on the way to a disclosure, for tools that draw, explain or score it.
 * It changes with the stages; programs that want data take the {@link Disclosure}.
 *
 * @param disclosure the data
 * @param grids the grids of its tables, in the same order
 * @param pages the pages as they were read; those read from pictures are straightened
 * @param displayed how those lie on the pages as displayed
 * @param mappings why each grid became its table, in the same order
 * @param check the identities that touch the tables which somebody asked for
 * @param claims why the amounts of the prose are linked as they are, in their order
 */
public record ReadingTrace(
    Disclosure disclosure,
    List<Grid> grids,
    List<Page> pages,
    DisplayMapping displayed,
    List<MappingTrace> mappings,
    CheckTrace check,
    List<ClaimTrace> claims) {
  public ReadingTrace {
    mappings = List.copyOf(mappings);
    grids = List.copyOf(grids);
    pages = List.copyOf(pages);
    claims = List.copyOf(claims);
  }

  /** This trace with another disclosure. */
  ReadingTrace withDisclosure(Disclosure other) {
    return new ReadingTrace(other, grids, pages, displayed, mappings, check, claims);
  }
}
