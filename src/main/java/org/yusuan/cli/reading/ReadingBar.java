package org.yusuan.cli.reading;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.yusuan.ReadingProgress;

/**
 * How far the reading of a document has come; shown as a bar from when its turn comes. Several
 * threads may tell and show it.
 */
public final class ReadingBar implements ReadingProgress, AutoCloseable {

  private int pages;
  private int done;
  private @Nullable ProgressBar bar;

  /**
   * Shows it.
   *
   * @param name what stands before the bar
   */
  public synchronized void show(String name) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setUnit(" pages", 1)
            .setInitialMax(pages)
            .setStyle(ProgressBarStyle.ASCII)
            .clearDisplayOnFinish()
            .build();
    bar.stepTo(done);
  }

  @Override
  public synchronized void starts(int count) {
    pages = count;
    if (bar != null) {
      bar.maxHint(count);
    }
  }

  @Override
  public synchronized void read(int page) {
    done++;
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
