package org.yusuan.workbench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.CheckTrace;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.FindingReviews;
import org.yusuan.export.JsonTerm;
import org.yusuan.io.ErrorMessage;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.Term;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.ColumnRole;

/** What the workbench's page can ask for, and what is answered. Threads may share it. */
final class WorkbenchApi {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** An answer: its type and its bytes. */
  record Answer(String type, byte[] body) {
    static Answer json(Object value) throws IOException {
      return new Answer("application/json", JSON.writeValueAsBytes(value));
    }
  }

  /** What a browser asks to add. */
  record Request(
      CorrectionEntry.Kind kind,
      @Nullable Integer page,
      @Nullable Box bbox,
      @Nullable String target,
      String read,
      String is,
      String who,
      @Nullable String why) {}

  /** A sum that a cell belongs to: what it rests on, and whether it holds. */
  record EquationView(String zh, String en, CheckTrace.Equation equation) {}

  private final Workspace workspace;

  WorkbenchApi(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Answers a request.
   *
   * @param path the parts of its path, from {@code api} on
   * @param body what was sent; null if nothing was
   */
  Answer answer(List<String> path, byte @Nullable [] body) throws IOException, HttpStatusException {
    boolean post = body != null;
    if (path.equals(List.of("api", "documents")) && !post) {
      return Answer.json(workspace.folder());
    }
    if (path.equals(List.of("api", "facts")) && body != null) {
      return facts(body);
    }
    if (path.equals(List.of("api", "terms")) && !post) {
      return Answer.json(terms(workspace.layouts()));
    }
    if (path.size() < 3 || !path.get(0).equals("api") || !path.get(1).equals("document")) {
      throw new HttpStatusException(404, "there is no such place");
    }
    String id = path.get(2);
    Workspace.Reviewed document = workspace.document(id);
    if (document == null) {
      throw new HttpStatusException(404, "there is no such document");
    }
    if (path.size() == 3 && !post) {
      return Answer.json(state(document));
    }
    String what = path.size() > 3 ? path.get(3) : "";
    if (path.size() == 4 && what.equals("corrections") && body != null) {
      workspace.add(entries(id, body));
      return changed(id);
    }
    if (path.size() == 4 && what.equals("undo") && body != null) {
      undo(id, List.of(JSON.readValue(body, String[].class)));
      return changed(id);
    }
    if (path.size() != 5) {
      throw new HttpStatusException(404, "there is no such place");
    }
    String which = path.get(4);
    if (post) {
      throw new HttpStatusException(404, "there is no such place");
    }
    return switch (what) {
      case "page" -> picture(id, number(which));
      case "sums" -> Answer.json(sums(document, which));
      case "finding" -> Answer.json(finding(id, document, number(which)));
      default -> throw new HttpStatusException(404, "there is no such place");
    };
  }

  private Answer facts(byte[] body) throws IOException, HttpStatusException {
    FactSearch facts = workspace.facts();
    if (facts == null) {
      throw new HttpStatusException(404, "no database was named: review --db FILE");
    }
    try {
      return Answer.json(
          facts.find(JSON.readValue(body, new TypeReference<Map<String, String>>() {})));
    } catch (SQLException e) {
      throw new HttpStatusException(
          409,
          "the database cannot be searched (is another program loading?): " + ErrorMessage.of(e));
    }
  }

  /** The kinds of tables and the meanings of columns that can be chosen. */
  private static Map<String, Object> terms(Layouts layouts) {
    Map<String, String> kinds = new TreeMap<>();
    layouts.all().forEach(layout -> kinds.putIfAbsent(layout.kind(), layout.zh()));
    Set<String> columns = new TreeSet<>();
    for (Term term : layouts.vocabulary().columns()) {
      boolean amount = term.role() == ColumnRole.AMOUNT;
      columns.add(amount ? JsonTerm.of(term.role()) + ":" + term.id() : JsonTerm.of(term.role()));
    }
    return Map.of("kinds", kinds, "columns", columns);
  }

  private Answer changed(String id) throws IOException, HttpStatusException {
    Workspace.Reviewed document = workspace.document(id);
    if (document == null) {
      throw new HttpStatusException(404, "there is no such document");
    }
    return Answer.json(state(document));
  }

  private Answer picture(String id, int page) throws IOException, HttpStatusException {
    byte[] picture = workspace.source(id).picture(page);
    if (picture == null) {
      throw new HttpStatusException(
          404, "the document is not there: name its folder with --sources");
    }
    return new Answer(
        picture[0] == (byte) 0xFF ? "image/jpeg" : "image/png", picture); // by their first bytes
  }

  private static int number(String text) throws HttpStatusException {
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new HttpStatusException(404, "there is no such number");
    }
    return Integer.parseInt(text);
  }

  /** A document with its corrections, its verdicts and what to look at. */
  private static Map<String, Object> state(Workspace.Reviewed document) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("disclosure", document.disclosure());
    state.put("plan", document.plan());
    state.put("corrections", document.corrections());
    return state;
  }

  /** The identities that a cell stands in, named as {@code table.row.column}. */
  private static List<EquationView> sums(Workspace.Reviewed document, String cell)
      throws HttpStatusException {
    String[] parts = cell.split("\\.", -1);
    if (parts.length != 3 || !parts[1].matches("\\d{1,7}") || !parts[2].matches("\\d{1,7}")) {
      throw new HttpStatusException(404, "there is no such cell");
    }
    CellRef ref = new CellRef(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    List<EquationView> sums = new ArrayList<>();
    for (CheckTrace.Group group : document.trace().groups()) {
      for (CheckTrace.Equation equation : group.equations()) {
        if (equation.members().stream().anyMatch(member -> member.cell().equals(ref))) {
          sums.add(new EquationView(group.zh(), group.en(), equation));
        }
      }
    }
    return sums;
  }

  /** The places of a finding, by its number from 1, and what an entry about it names. */
  private Map<String, Object> finding(String id, Workspace.Reviewed document, int number)
      throws IOException, HttpStatusException {
    List<Finding> findings = document.disclosure().findings();
    if (number > findings.size()) {
      throw new HttpStatusException(404, "there is no such finding");
    }
    Finding finding = findings.get(number - 1);
    SourceFolder.SourceDocument source = workspace.source(id);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("finding", finding);
    answer.put("places", new FindingPlaces(document.disclosure(), source::words).of(finding));
    answer.put("target", FindingReviews.target(finding));
    answer.put("bbox", FindingReviews.place(document.disclosure(), finding));
    return answer;
  }

  private static List<CorrectionEntry> entries(String id, byte[] body)
      throws IOException, HttpStatusException {
    String now = now();
    List<CorrectionEntry> entries = new ArrayList<>();
    for (Request request : JSON.readValue(body, Request[].class)) {
      if (request.kind() == null
          || request.read() == null
          || request.is() == null
          || request.who() == null
          || request.who().isBlank()) {
        throw new HttpStatusException(
            400, "a correction names its kind, what was read, what it is, and who says so");
      }
      entries.add(
          CorrectionEntry.of(
              id,
              request.kind(),
              request.page(),
              request.bbox(),
              request.target(),
              request.read(),
              request.is(),
              request.who(),
              now,
              request.why()));
    }
    return entries;
  }

  /** The time, so fine that what was answered at once is told from what was answered next. */
  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Takes entries back: all of them, or none if one is not in force. */
  private void undo(String id, List<String> entries) throws IOException, HttpStatusException {
    String now = now();
    List<CorrectionEntry> undone = new ArrayList<>();
    for (CorrectionEntry made : workspace.corrections(id)) {
      if (entries.contains(made.id())) {
        undone.add(CorrectionEntry.undo(made, made.who(), now, null));
      }
    }
    if (undone.isEmpty() || undone.size() != entries.size()) {
      throw new HttpStatusException(404, "there is no such correction");
    }
    workspace.add(undone);
  }

  /** An error in the form that the page expects. */
  static byte[] error(String message) throws IOException {
    return JSON.writeValueAsBytes(Map.of("error", message));
  }
}
