package org.yusuan.made;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.Claims;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quality;
import org.yusuan.model.SourceFile;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;

/** Prose of a made document of 2024, all on its third page. */
public final class MadeProse {

  private MadeProse() {}

  /** Lines of text, one below the other. */
  public static List<TextLine> lines(String... texts) {
    List<TextLine> lines = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      lines.addAll(TextLines.of(List.of(Grids.word(texts[i], 10, 50 + 20 * i))));
    }
    return lines;
  }

  /** The document with what its prose states linked to its tables. */
  public static Disclosure linked(
      Claims claims, Stage stage, List<TextLine> text, List<Table> tables) {
    return linked(claims, null, stage, text, tables);
  }

  /** The same, of a department or unit. */
  public static Disclosure linked(
      Claims claims,
      @Nullable String organization,
      Stage stage,
      List<TextLine> text,
      List<Table> tables) {
    Page page = new Page(3, 5000, 800, Origin.TEXT, List.of(), List.of(), List.of(), List.of());
    Box box = new Box(0, 0, 1, 1);
    Disclosure disclosure =
        new Disclosure(
            Disclosure.VERSION,
            new SourceFile("made.pdf", "0", 3, null, List.of()),
            new Subject(
                organization == null ? null : new Stated<>(organization, "", 1, box),
                null,
                null,
                new Stated<>(2024, "", 1, box),
                new Stated<>(stage, "", 1, box),
                List.of()),
            tables,
            List.of(),
            List.of(),
            Quality.of(tables));
    return claims.link(List.of(new PageContent(page, List.of(), text)), disclosure).disclosure();
  }
}
