package org.yusuan.source.pdf;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Counts the pages that a document has, whatever number it states, and writes the counts into the
 * opened document, as PDFBox relies on them.
 */
final class PageTree {

  /**
   * A tree of pages has at most this many nodes. A guess: the longest document seen has 600 pages.
   */
  private static final int MAX_NODES = 50_000;

  /**
   * A tree of pages is at most this many levels deep; a deeper one is taken for a circle. A guess.
   */
  private static final int MAX_DEPTH = 64;

  private final Set<COSDictionary> inner = Collections.newSetFromMap(new IdentityHashMap<>());
  private int pages;

  private PageTree() {}

  /**
   * How many pages there are.
   *
   * @param found those in the tree
   * @param stated how many the file says that it has
   */
  record Count(int found, long stated) {

    /** What is wrong, as part of a sentence; null if no page seems to be lost. */
    @Nullable String fault() {
      return stated > found
          ? "the file says that it has " + stated + " pages, of which " + found + " were found"
          : null;
    }
  }

  /**
   * Counts the pages of a document, and mends its tree.
   *
   * @throws IOException if there are too many pages
   */
  static Count count(PDDocument document) throws IOException {
    COSDictionary root = document.getPages().getCOSObject();
    long stated = root.getLong(COSName.COUNT);
    PageTree tree = new PageTree();
    tree.count(root, 0);
    return new Count(tree.pages, stated);
  }

  private void count(COSDictionary node, int depth) throws IOException {
    if (!inner.add(node) || depth > MAX_DEPTH) {
      throw new IOException("its tree of pages runs in a circle");
    }
    if (!(node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids)) {
      return;
    }
    int before = pages;
    for (int i = kids.size() - 1; i >= 0; i--) {
      COSBase kid = kids.getObject(i);
      if (!(kid instanceof COSDictionary dictionary)) {
        // A missing entry counts as a page, which is then reported as one that cannot be read.
        kids.set(i, new COSDictionary());
        pages++;
      } else if (dictionary.containsKey(COSName.KIDS)) {
        count(dictionary, depth + 1);
      } else {
        pages++;
      }
      if (pages > MAX_NODES) {
        throw new IOException("it has more than " + MAX_NODES + " pages");
      }
    }
    node.setInt(COSName.COUNT, pages - before);
  }
}
