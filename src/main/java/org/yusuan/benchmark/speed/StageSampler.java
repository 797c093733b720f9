package org.yusuan.benchmark.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Tells what share of the work is done in some packages, by the execution samples of the flight
 * recorder: a stack counts for the package that the innermost of its frames is in, of those asked
 * for. Work that is not of this program does not count. Stacks that are asked of the threads
 * themselves will not do: a thread answers only at safepoints, which favours code that has many; it
 * doubled the share of the claims.
 */
public final class StageSampler implements AutoCloseable {

  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final Duration INTERVAL = Duration.ofMillis(10);
  private static final String OWN = "org.yusuan.";

  private final List<String> packages;
  private final Recording recording = new Recording();
  private final Map<String, Integer> within = new HashMap<>();
  private int own;

  /**
   * Starts looking.
   *
   * @param packages the packages meant, with those below them, as {@code org.yusuan.check}
   */
  public StageSampler(List<String> packages) {
    this.packages = List.copyOf(packages);
    recording.enable(SAMPLE).withPeriod(INTERVAL);
    recording.start();
  }

  /**
   * Ends looking, and counts. To be called once.
   *
   * @throws IOException if the recording cannot be written to the folder for temporary files
   */
  public void count() throws IOException {
    Path file = Files.createTempFile("yusuan-samples", ".jfr");
    try {
      recording.stop();
      recording.dump(file);
      for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
        if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
          count(
              event.getStackTrace().getFrames().stream()
                  .map(frame -> frame.getMethod().getType().getName())
                  .toList());
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  /**
   * Counts one stack.
   *
   * @param stack the names of the classes of its frames, from the innermost outwards
   */
  void count(List<String> stack) {
    boolean isOwn = false;
    @Nullable String found = null;
    for (String name : stack) {
      isOwn |= name.startsWith(OWN);
      for (String each : packages) {
        found = found == null && name.startsWith(each + ".") ? each : found;
      }
    }
    own += isOwn ? 1 : 0;
    if (found != null) {
      within.merge(found, 1, Integer::sum);
    }
  }

  /** How many stacks were of this program. */
  public int samples() {
    return own;
  }

  /** The share of these that were in the packages; 0 if there were none. */
  public double share() {
    return packages.stream().mapToDouble(this::share).sum();
  }

  /** The share of these that were in one of the packages, and in none of the others further in. */
  public double share(String name) {
    return own == 0 ? 0 : (double) within.getOrDefault(name, 0) / own;
  }

  @Override
  public void close() {
    recording.close();
  }
}
