package org.consentledger.api.bench;

import java.util.List;
import java.util.stream.IntStream;

/** P2: decisions over HTTP, against an endpoint of the same program that answers a constant. */
final class DecideOne implements Row {

  @Override
  public String name() {
    return "P2";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    List<Request> questions = questions(scene);
    List<Request> constants =
        questions.stream()
            .map(question -> new Request(ConstantController.PATH, question.body()))
            .toList();
    Comparison comparison =
        Comparison.warm(
            scene.settings().rounds(),
            round -> perSecond(scene, questions),
            round -> perSecond(scene, constants));
    SocketLoad.Latencies latencies =
        new SocketLoad()
            .atRate(
                scene.ledger(),
                questions,
                scene.settings().clients(),
                Finding.median(comparison.worked()) / 2,
                scene.settings().each().multipliedBy(2));
    return comparison
        .rate(
            name(),
            "one decision over HTTP, %d clients, %d subjects"
                .formatted(scene.settings().clients(), scene.population().subjects().size()),
            "an endpoint with the same security that answers a constant",
            "answers/s",
            0.6)
        .noting(latencies.toString());
  }

  static double perSecond(Scene scene) throws Exception {
    return perSecond(scene, questions(scene));
  }

  private static double perSecond(Scene scene, List<Request> requests) throws Exception {
    return scene
        .load()
        .perSecond(scene.ledger(), requests, scene.settings().clients(), scene.settings().each());
  }

  /** Far apart from one another, so that the whole table is asked for. */
  private static List<Request> questions(Scene scene) {
    int subjects = scene.population().subjects().size();
    return IntStream.range(0, Math.min(subjects, 200_000))
        .map(i -> (int) (i * 7_919L % subjects))
        .mapToObj(i -> new Request("/api/v1/decisions", question(scene, i)))
        .toList();
  }

  static String question(Scene scene, int subject) {
    return """
    {"subjectId":"%s","purposeId":"%s","action":"USE"}\
    """
        .formatted(scene.population().subjects().get(subject), Population.purpose(subject));
  }
}
