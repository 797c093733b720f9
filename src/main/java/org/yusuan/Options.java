package org.yusuan;

import java.nio.file.Path;
import java.util.List;
import org.yusuan.correction.Corrections;
import org.yusuan.page.Password;
import org.yusuan.scan.ScanOptions;

/**
 * How documents are extracted. Immutable; {@link #defaults()} suits most documents.
 *
 * @param pages the pages to read, from 1; empty for all
 * @param layoutFolders folders with a user's own layouts, searched before the shipped ones
 * @param ocr which pages are read from their picture
 * @param scan the engines for that, and how many pages are read at a time
 * @param corrections what people corrected; those of a document are put in when it is read
 * @param password what encrypted documents open with
 */
public record Options(
    List<Integer> pages,
    List<Path> layoutFolders,
    Ocr ocr,
    ScanOptions scan,
    Corrections corrections,
    Password password) {

  /** Which pages are read from their picture. */
  public enum Ocr {
    /** Pages without a usable text layer. */
    AUTO,
    /** All pages. */
    ALWAYS,
    /** No pages. */
    NEVER
  }

  public Options {
    pages = List.copyOf(pages);
    layoutFolders = List.copyOf(layoutFolders);
  }

  /** All pages, the shipped layouts, recognition where it is needed. */
  public static Options defaults() {
    return new Options(
        List.of(), List.of(), Ocr.AUTO, ScanOptions.standard(), Corrections.NONE, Password.NONE);
  }

  /** These options for the given pages alone. */
  public Options withPages(List<Integer> newPages) {
    return new Options(newPages, layoutFolders, ocr, scan, corrections, password);
  }

  /** These options with a user's own layouts. */
  public Options withLayoutFolders(List<Path> folders) {
    return new Options(pages, folders, ocr, scan, corrections, password);
  }

  /** These options with other ways of recognition. */
  public Options withScan(Ocr newOcr, ScanOptions newScan) {
    return new Options(pages, layoutFolders, newOcr, newScan, corrections, password);
  }

  /** These options with what people corrected. */
  public Options withCorrections(Corrections newCorrections) {
    return new Options(pages, layoutFolders, ocr, scan, newCorrections, password);
  }

  /** These options for documents that are encrypted. */
  public Options withPassword(Password newPassword) {
    return new Options(pages, layoutFolders, ocr, scan, corrections, newPassword);
  }
}
