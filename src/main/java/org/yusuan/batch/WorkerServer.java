package org.yusuan.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.yusuan.io.DaemonThreads;

/**
 * The child's side of a {@link ChildWorker}: requests come in as lines of JSON, outcomes go out as
 * lines of JSON.
 */
public final class WorkerServer {

  /**
   * Asks a child to read a document.
   *
   * @param document the document
   * @param target the file to write
   */
  record Request(String document, String target) {}

  /** The first line of a child: from here on the time of a document counts. */
  static final String READY = "ready";

  private WorkerServer() {}

  /**
   * Serves until the input ends; then the process ends at once, whatever it is doing: its parent
   * has gone.
   *
   * @param in where requests come from
   * @param out where outcomes go; nothing else may be written to it
   * @param extraction how to read a document
   * @param form what to write of it
   * @throws IOException if an outcome cannot be written
   * @throws InterruptedException if the thread was interrupted
   */
  public static void serve(InputStream in, PrintStream out, Extraction extraction, OutputForm form)
      throws IOException, InterruptedException {
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    new DaemonThreads("requests").newThread(() -> listen(in, requests)).start();
    ObjectMapper json = new ObjectMapper();
    try (LocalWorker worker = new LocalWorker(extraction, form)) {
      out.println(READY);
      out.flush();
      while (true) {
        Request request = json.readValue(requests.take(), Request.class);
        DocumentOutcome outcome =
            worker.process(Path.of(request.document()), Path.of(request.target()));
        out.println(json.writeValueAsString(outcome));
        out.flush();
      }
    }
  }

  private static void listen(InputStream in, BlockingQueue<String> requests) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        requests.add(line);
      }
    } catch (IOException e) {
      // The parent has gone: end as at the end of input.
    }
    Runtime.getRuntime().halt(0);
  }
}
